using System.Net;
using System.Net.Http.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;

namespace Cwa.Graph.Tests.Faults;

/// <summary>A server that is told to stop leaves time to send its callers elsewhere.</summary>
public sealed class DrainTests
{
    private const string Reports = "subscription { monthlyReportSubmitted { cursor } }";

    [Fact]
    public async Task A_server_that_is_to_stop_says_so_serves_on_and_then_ends_what_is_open()
    {
        await using var server = await LiveServer.StartAsync(("Connections:NoticeTime", "00:00:03"));
        using var http = new HttpClient { BaseAddress = server.Address };
        using var socket = await (await Socket.OpenAsync(server.Address)).InitAsync();
        await socket.SubscribeAsync("1", Reports);
        using var stream = await StreamAsync(http);

        await server.StopAsync();
        await Eventually.IsAsync(
            HttpStatusCode.ServiceUnavailable,
            async () => (await http.GetAsync("/healthz/ready")).StatusCode
        );
        var ready = await (await http.GetAsync("/healthz/ready")).Content.ReadAsStringAsync();
        using var served = await http.PostAsJsonAsync("/graphql", new { query = "{ agencies { totalCount } }" });

        Assert.Contains("The server is stopping.", ready, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, true), (served.StatusCode, served.Headers.ConnectionClose));
        Assert.Equal(CloseCodes.ServiceRestart, (await socket.ClosedAsync()).Code);
        // Without `complete`, so that its client opens it again.
        Assert.DoesNotContain("complete", await stream.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await socket.CloseAsync();
        await server.Process.WaitForExitAsync().WaitAsync(LiveServer.Patience);
        Assert.Equal(0, server.Process.ExitCode);
    }

    private static async Task<HttpResponseMessage> StreamAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = JsonContent.Create(new { query = Reports });
        request.Headers.Accept.ParseAdd("text/event-stream");
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
