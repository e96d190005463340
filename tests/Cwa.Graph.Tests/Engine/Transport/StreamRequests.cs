using System.Net.Http.Json;

namespace Cwa.Graph.Tests.Engine;

/// <summary>Requests that ask for an event stream.</summary>
internal static class StreamRequests
{
    public static Task<HttpResponseMessage> StreamAsync(
        this Library library,
        string query,
        object? variables = null,
        Action<HttpRequestMessage>? and = null,
        string? accept = "text/event-stream"
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query, variables }),
        };
        and?.Invoke(request);
        return library.StreamAsync(request, accept);
    }

    public static Task<HttpResponseMessage> StreamAsync(
        this Library library,
        HttpRequestMessage request,
        string? accept = "text/event-stream"
    )
    {
        if (accept is not null)
            request.Headers.Add("Accept", accept);
        return library.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
