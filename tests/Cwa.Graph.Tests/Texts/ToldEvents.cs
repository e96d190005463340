using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Cwa.Graph.Tests;

/// <summary>The titles and descriptions of events as a subscription tells them.</summary>
internal static class ToldEvents
{
    private const string Told =
        "subscription { monthlyReportSubmitted { monthlyReport { id eventsAsReported(first: "
        + "100) { nodes { facts { title description } } } } } }";

    public static async Task<HttpResponseMessage> SubscribeAsync(CwaServer server)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = Told }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.AsReviewer().Token);
        request.Headers.Add("Accept", "text/event-stream");
        return await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static async IAsyncEnumerable<IEnumerable<(string Title, string Description)>> ToldAsync(
        HttpResponseMessage stream
    )
    {
        await foreach (var told in SseParser.Create(await stream.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            yield return JsonDocument
                .Parse(told.Data)
                .RootElement.GetProperty("data")
                .GetProperty("monthlyReportSubmitted")
                .GetProperty("monthlyReport")
                .GetProperty("eventsAsReported")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(e => e.GetProperty("facts"))
                .Select(f => (f.Text("title")!, f.Text("description")!));
        }
    }
}
