using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Cwa.Graph.Tests.Faults;

/// <summary>Follows over an event stream.</summary>
public class StreamFollower(IFollowed site, string start, Followed? followed = null) : Follower(site, start, followed)
{
    protected override async IAsyncEnumerable<JsonElement> ReadAsync(
        string? last,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = Asked.Query, variables = new { after = Start } }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Site.Npr);
        request.Headers.Add("Accept", "text/event-stream");
        if (last is not null)
            request.Headers.Add("Last-Event-ID", last);
        using var response = await Server.Http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        response.EnsureSuccessStatusCode();
        var events = SseParser.Create(await response.Content.ReadAsStreamAsync(cancellationToken));
        await foreach (var told in events.EnumerateAsync(cancellationToken))
        {
            Assert.Equal("next", told.EventType);
            var result = JsonDocument.Parse(told.Data).RootElement;
            if (MayBeRefused && !result.TryGetProperty("data", out _))
                throw new IOException(told.Data);
            var message = FieldOf(result);
            Assert.Equal(message.Text("cursor"), events.LastEventId);
            yield return message;
        }
    }
}

/// <summary>Follows over an event stream that breaks at random.</summary>
public sealed class CutOffStreamFollower(IFollowed site, string start, Followed? followed = null)
    : StreamFollower(site, start, followed)
{
    protected override async IAsyncEnumerable<JsonElement> ReadAsync(
        string? last,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        cut.CancelAfter(Random.Shared.Next(50, 1_500));
        await foreach (var message in base.ReadAsync(last, cut.Token))
            yield return message;
    }
}
