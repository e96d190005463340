using System.Net.Http.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Engine;

/// <summary>A stream when its server stops.</summary>
[AfterOthers]
public sealed class EventStreamEndTests : IAsyncLifetime
{
    private readonly ImpatientLibrary _library = new();

    public Task InitializeAsync() => _library.InitializeAsync();

    public Task DisposeAsync() => _library.DisposeAsync();

    [Fact]
    public async Task A_stopping_server_ends_a_stream_without_complete_so_that_its_client_reconnects()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(
                new { query = "subscription { arrivals }", variables = new { count = 1, then = "wait" } }
            ),
        };
        request.Headers.Add("Accept", "text/event-stream");
        using var response = await _library.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.Equal("event: next", await reader.ReadLineAsync());

        var stopped = _library.StopAsync();

        Assert.DoesNotContain("complete", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        await stopped.WaitAsync(TimeSpan.FromSeconds(10));
    }
}
