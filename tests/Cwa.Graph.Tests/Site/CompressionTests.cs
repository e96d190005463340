using System.IO.Compression;
using System.Net.Http.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class CompressionTests(SampleServers servers) : IClassFixture<SampleServers>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/graphql?query={agencies(first:250){nodes{name}}}")]
    [InlineData("/graphql?sdl")]
    [InlineData("/export/events.csv")]
    [InlineData("/calendar/SSA.ics")]
    [InlineData("/feed.atom")]
    public async Task A_client_that_takes_brotli_gets_the_same_answer_in_less_than_half_the_bytes(string address)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var whole = await server.Client.GetByteArrayAsync(address);

        using var answer = await SendAsync(server, address, "br");
        var sent = await answer.Content.ReadAsByteArrayAsync();
        using var opened = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(sent), CompressionMode.Decompress))
            await brotli.CopyToAsync(opened);

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.InRange(sent.Length, 1, whole.Length / 2);
        Assert.InRange(opened.Length, whole.Length - 64, whole.Length + 64); // a page tells the time
    }

    [Fact]
    public async Task An_event_stream_is_sent_as_it_is_so_that_no_message_waits()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        using var asked = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = "{ agencies { totalCount } }" }),
            Headers = { { "Accept", "text/event-stream" }, { "Accept-Encoding", "br, gzip" } },
        };

        using var answer = await server.Client.SendAsync(asked);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
        Assert.StartsWith("event: next", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_stream_begins_at_once_for_a_client_that_takes_compression()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=subscription{feed{cursor}}")
        {
            Headers = { { "Accept", "text/event-stream" }, { "Accept-Encoding", "br, gzip" } },
        };

        // The first sign of life would come later.
        using var answer = await server
            .Client.SendAsync(asked, HttpCompletionOption.ResponseHeadersRead)
            .WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
    }

    private static async Task<HttpResponseMessage> SendAsync(CwaServer server, string address, string encoding)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Headers = { { "Accept-Encoding", encoding } },
        };
        return await server.Client.SendAsync(asked);
    }
}
