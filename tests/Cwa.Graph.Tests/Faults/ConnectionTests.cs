using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using Xunit.Abstractions;

namespace Cwa.Graph.Tests.Faults;

/// <summary>Clients that disconnect in the middle of a message or stop reading do the others no harm.</summary>
[AfterOthers]
public sealed class ConnectionTests(ITestOutputHelper output)
{
    private const int Reports = 400,
        Stalled = 40;

    // If the server buffered what they do not read, that would be more than twice this.
    private const long MostMemory = 200 * 1024 * 1024;

    [Fact]
    public async Task Stalled_readers_cost_no_memory_and_delay_nobody()
    {
        await using var site = await Site.OpenAsync();
        var tools = await Tool.SeveralAsync(site, 4);
        await tools[0].SendAsync(tools[0].Next(events: 5));
        var start = await Follower.NewestAsync(site);
        await Task.WhenAll(tools.Select(tool => SendAsync(tool, Reports / tools.Count)));
        var stalled = new List<TcpClient>();
        var before = Memory(site);
        for (var i = 0; i < Stalled; i++)
            stalled.Add(await StopReadingAsync(site, start));

        await using var npr = new StreamFollower(site, start).Follow();
        await npr.IsToldAsync(Reports);
        await tools[0].SendAsync(tools[0].Next());
        await npr.IsToldAsync(Reports + 1);
        var grown = Memory(site) - before;
        foreach (var client in stalled)
            client.Dispose();

        output.WriteLine($"The server takes {grown / 1024 / 1024} MB more.");
        Assert.InRange(grown, long.MinValue, MostMemory);
        Assert.Equal(0, npr.Ends);
    }

    [Fact]
    public async Task Truncated_messages_leave_nothing_behind()
    {
        await using var site = await Site.OpenAsync();
        var tool = (await Tool.SeveralAsync(site, 1))[0];
        await tool.SendAsync(tool.Next());
        await using var npr = new SocketFollower(site, await Follower.NewestAsync(site)).Follow();
        var half = tool.Next(events: 5);
        var open = Connections(site);
        var body = JsonSerializer.Serialize(new { query = Tool.Submit, variables = new { input = half.Input } });

        for (var i = 0; i < 20; i++)
        {
            using var request = await SayAsync(
                site,
                Head("POST", tool.Token, "Content-Type: application/json", $"Content-Length: {body.Length}")
                    + body[..(body.Length * i / 20)]
            );
            using var socket = await SayAsync(
                site,
                Head(
                    "GET",
                    tool.Token,
                    "Connection: Upgrade",
                    "Upgrade: websocket",
                    "Sec-WebSocket-Version: 13",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Sec-WebSocket-Protocol: graphql-transport-ws"
                )
            );
            // A masked text frame that announces more bytes than follow.
            await socket
                .GetStream()
                .WriteAsync(
                    (byte[])
                        [
                            0x81,
                            0xFE,
                            0x10,
                            0x00,
                            0,
                            0,
                            0,
                            0,
                            .. Encoding.UTF8.GetBytes("""{"type":"connection_init","""),
                        ]
                );
        }

        await tool.SendAsync(tool.Next());

        await npr.IsToldAsync(1);
        // The follower's connection, and one that a tool keeps, may have come meanwhile.
        await Eventually.IsAsync(true, () => Connections(site) <= open + 2);
        Assert.Equal(
            tool.Acknowledged.Select(a => a.Report.Stored).Order(StringComparer.Ordinal),
            (await SentReport.AllAsync(site)).Order(StringComparer.Ordinal)
        );
        Assert.Equal(0, npr.Ends);
    }

    private static async Task SendAsync(Tool tool, int count)
    {
        for (var i = 0; i < count; i++)
            await tool.SendAsync(tool.Next(events: 5));
    }

    /// <summary>Requests some megabytes of messages, and reads none.</summary>
    private static async Task<TcpClient> StopReadingAsync(Site site, string start)
    {
        var large = string.Join(' ', Enumerable.Range(0, 25).Select(i => $"a{i}: description"));
        var body = JsonSerializer.Serialize(
            new
            {
                query = $"subscription ($after: String) {{ monthlyReportSubmitted(after: $after) {{ monthlyReport {{ "
                    + $"eventsAsReported(first: 5) {{ nodes {{ facts {{ {large} }} }} }} }} }} }}",
                variables = new { after = start },
            }
        );
        return await SayAsync(
            site,
            Head(
                "POST",
                Site.Npr,
                "Content-Type: application/json",
                "Accept: text/event-stream",
                $"Content-Length: {body.Length}"
            ) + body
        );
    }

    private static string Head(string method, string token, params string[] headers) =>
        $"{method} /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
        + $"Bearer {token}\r\n{string.Join("\r\n", headers)}\r\n\r\n";

    private static async Task<TcpClient> SayAsync(Site site, string text)
    {
        var client = new TcpClient { ReceiveBufferSize = 4096 };
        await client.ConnectAsync(site.Address.Host, site.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(text));
        return client;
    }

    /// <summary>The number of sockets that the server has open. Its files do not count: it opens assemblies as it goes.</summary>
    private static int Connections(Site site) =>
        new DirectoryInfo($"/proc/{site.Server.Process.Id}/fd")
            .EnumerateFiles()
            .Count(file => file.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true);

    private static long Memory(Site site)
    {
        site.Server.Process.Refresh();
        return site.Server.Process.WorkingSet64;
    }
}
