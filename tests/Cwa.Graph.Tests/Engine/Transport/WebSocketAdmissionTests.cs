using System.Net;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

/// <summary>Whom a socket admits, and for whom its operations run.</summary>
public sealed class WebSocketAdmissionTests(LiveLibrary library) : IClassFixture<LiveLibrary>
{
    [Theory]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer late")]
    [InlineData("")]
    public async Task A_token_that_is_not_accepted_closes_the_socket(string authorization)
    {
        using var socket = await OpenAsync();

        await socket.SendAsync(new { type = "connection_init", payload = new { Authorization = authorization } });

        Assert.Equal(CloseCodes.Forbidden, (await socket.ClosedAsync()).Code);
    }

    [Fact]
    public async Task A_fault_of_the_server_closes_the_socket_with_a_trace_id()
    {
        using var socket = await OpenAsync();

        await socket.SendAsync(new { type = "connection_init", payload = new { Authorization = "Bearer fault" } });

        var closed = await socket.ClosedAsync();
        Assert.Equal(CloseCodes.InternalError, closed.Code);
        var trace = closed.Reason!.Split(' ')[^1];
        Assert.Contains(
            library.Log.Lines,
            line =>
                line.Contains(trace, StringComparison.Ordinal)
                && line.Contains("the secret of the door", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("""{"Authorization":"Bearer reader"}""")]
    [InlineData("""{"authorization":"Bearer reader"}""")]
    public async Task Operations_run_as_the_bearer_of_the_token_in_connection_init(string payload)
    {
        using var socket = await OpenAsync();
        await socket.SendAsync($$"""{"type":"connection_init","payload":{{payload}}}""");
        await socket.ReadAsync();

        await socket.SubscribeAsync("q", "{ books(first: 1) { nodes { shelf } } }");

        Assert.True((await socket.NextAsync()).Payload.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Without_a_token_in_connection_init_operations_run_as_the_opener_of_the_socket()
    {
        using var socket = await (await Socket.OpenAsync(library.Address, token: "reader")).InitAsync();

        await socket.SubscribeAsync("q", "{ books(first: 1) { nodes { shelf } } }");

        Assert.True((await socket.NextAsync()).Payload.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task A_caller_whose_token_is_revoked_starts_no_further_operation()
    {
        using var socket = await Socket.ConnectAsync(library.Address, "reader-to-go");
        library.Doors.Revoked.Add("reader-to-go");

        await socket.SubscribeAsync("q", "{ __typename }");

        Assert.Equal((CloseCodes.Forbidden, "Forbidden: the sign-in has ended"), await socket.ClosedAsync());
    }

    [Theory]
    [InlineData("graphql-ws")]
    [InlineData("soap", "graphql-ws")]
    public async Task A_client_with_another_subprotocol_is_told_by_the_close_code(params string[] protocols)
    {
        using var socket = await Socket.OpenAsync(library.Address, protocols: protocols);

        Assert.Equal((CloseCodes.SubprotocolNotAcceptable, "Subprotocol not acceptable"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task Of_several_offered_subprotocols_ours_is_chosen()
    {
        using var socket = await Socket.OpenAsync(library.Address, protocols: ["graphql-ws", "graphql-transport-ws"]);

        Assert.Equal("graphql-transport-ws", socket.Protocol);
    }

    [Fact]
    public async Task Without_a_subprotocol_no_socket_opens()
    {
        var answer = await UpgradeAsync(protocol: null);

        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("https://enemy.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    public async Task A_page_of_an_untrusted_origin_opens_no_socket(string origin)
    {
        var answer = await UpgradeAsync("graphql-transport-ws", origin);

        Assert.Equal((403, ErrorCodes.OriginNotAllowed), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task Pages_of_the_servers_own_and_of_trusted_origins_open_sockets()
    {
        foreach (var origin in new[] { library.Address.GetLeftPart(UriPartial.Authority), "https://friend.example" })
        {
            using var socket = await Socket.OpenAsync(library.Address, origin: origin);
            await socket.InitAsync();
        }
    }

    private Task<Socket> OpenAsync() => Socket.OpenAsync(library.Address);

    private async Task<Answer> UpgradeAsync(string? protocol, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql") { Version = HttpVersion.Version11 };
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.Add(new("websocket"));
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", Convert.ToBase64String(new byte[16]));
        if (protocol is not null)
            request.Headers.Add("Sec-WebSocket-Protocol", protocol);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return await library.SendAsync(request);
    }
}
