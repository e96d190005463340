using System.Net;
using System.Net.Sockets;
using System.Text;
using Cwa.Graph.Tests.Engine;
using Microsoft.AspNetCore.Http;

namespace Cwa.Graph.Tests;

/// <summary>Readers that stall or disconnect, on a real port with the sample year.</summary>
public sealed class ExportReaderTests
{
    [Fact]
    public async Task A_stalled_reader_keeps_a_place_for_a_while_and_delays_nobody_else()
    {
        await using var server = await LiveServer.StartAsync(
            ("Limits:ExportsOfOne", "1"),
            ("Limits:ExportPatience", "00:00:03")
        );
        using var http = new HttpClient { BaseAddress = server.Address };
        using var stalled = await StallAsync(server);

        using var second = await http.GetAsync("/export/events.csv");
        var asked = await http.GetStringAsync("/graphql?query={events{totalCount}}");
        await Eventually.IsAsync(
            HttpStatusCode.OK,
            async () => (await http.GetAsync("/export/liaisons.csv")).StatusCode
        );

        Assert.Equal(
            (HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(10)),
            (second.StatusCode, second.Headers.RetryAfter!.Delta)
        );
        Assert.Contains("TOO_MANY_EXPORTS", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("totalCount", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n0\r\n\r\n", await RestAsync(stalled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_disconnects_frees_the_place_at_once()
    {
        await using var server = await LiveServer.StartAsync(
            ("Limits:ExportsOfOne", "1"),
            ("Limits:ExportPatience", "00:10:00")
        );
        using var http = new HttpClient { BaseAddress = server.Address };
        var reader = await StallAsync(server);
        using (var waiting = await http.GetAsync("/export/events.csv"))
            Assert.Equal(HttpStatusCode.TooManyRequests, waiting.StatusCode);

        reader.Client.LingerState = new(true, 0);
        reader.Dispose();

        await Eventually.IsAsync(
            HttpStatusCode.OK,
            async () => (await http.GetAsync("/export/liaisons.csv")).StatusCode
        );
    }

    [Fact]
    public async Task Slow_readers_who_are_not_signed_in_leave_places_to_those_who_are()
    {
        await using var server = await CwaServer.StartAsync(sample: true);
        var slow = new List<HttpContext>();
        // Three stalled readers, from three addresses.
        for (var i = 0; i < 6; i++)
            slow.Add(
                await server.SendAsync(http => Ask(http, "/export/events.json", IPAddress.Parse($"10.0.0.{i / 2}")))
            );

        using var npr = await server.AsReviewer().GetAsync("/export/liaisons.csv");

        Assert.Equal([200, 200, 200, 429, 429, 429], slow.Select(reader => reader.Response.StatusCode));
        Assert.Equal(HttpStatusCode.OK, npr.StatusCode);
        slow.ForEach(reader => reader.Response.Body.Dispose());

        static void Ask(HttpContext http, string path, IPAddress address) =>
            (http.Request.Method, http.Request.Path, http.Connection.RemoteIpAddress) = ("GET", path, address);
    }

    [Fact]
    public async Task Slow_readers_who_are_signed_in_leave_places_to_others()
    {
        await using var server = await CwaServer.StartAsync(sample: true);
        var slow = new List<HttpContext>();
        foreach (var who in new[] { "one", "one", "two", "two", "three", "three" })
            slow.Add(await server.SendAsync(http => Ask(http, SignedInCaller.TokenOf(who, [Roles.Read], []))));

        using var npr = await server.AsReviewer().GetAsync("/export/liaisons.csv");

        Assert.Equal([200, 200, 200, 429, 200, 429], slow.Select(reader => reader.Response.StatusCode));
        Assert.Equal(HttpStatusCode.OK, npr.StatusCode);
        slow.ForEach(reader => reader.Response.Body.Dispose());

        static void Ask(HttpContext http, string token) =>
            (http.Request.Method, http.Request.Path, http.Request.Headers.Authorization) = (
                "GET",
                "/export/events.json",
                $"Bearer {token}"
            );
    }

    /// <summary>Requests megabytes and reads only the beginning.</summary>
    private static async Task<TcpClient> StallAsync(LiveServer server)
    {
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(server.Address.Host, server.Address.Port);
        await client
            .GetStream()
            .WriteAsync(Encoding.ASCII.GetBytes("GET /export/events.json HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
        Assert.True(await client.GetStream().ReadAsync(new byte[64]) > 0);
        return client;
    }

    private static async Task<string> RestAsync(TcpClient client)
    {
        var rest = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(rest);
        }
        catch (IOException)
        {
            // The server reset the connection.
        }

        return Encoding.UTF8.GetString(rest.ToArray());
    }
}
