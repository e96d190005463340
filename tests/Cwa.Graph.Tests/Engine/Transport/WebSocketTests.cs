using System.Net;
using System.Net.WebSockets;
using System.Text;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class WebSocketTests(LiveLibrary library) : IClassFixture<LiveLibrary>
{
    private const string Endless = "subscription { arrivals }";

    private static readonly object Waiting = new { count = 0, then = "wait" };

    [Fact]
    public async Task A_query_is_answered_by_one_message_and_complete()
    {
        using var socket = await ConnectAsync();

        await socket.SubscribeAsync("q", "query ($n: Int!) { echo(number: $n) }", new { n = 7 });

        var (next, result) = await socket.NextAsync();
        Assert.Equal(("next q", 7), (next, result.GetProperty("data").GetProperty("echo").GetInt32()));
        Assert.True(result.GetProperty("extensions").TryGetProperty("cost", out _));
        Assert.Equal("complete q", (await socket.NextAsync()).Message);
    }

    [Fact]
    public async Task A_mutation_runs_over_a_socket_too()
    {
        using var socket = await ConnectAsync();

        await socket.SubscribeAsync("m", "mutation { lend(input: { days: 3 }) }");

        Assert.Equal(3, (await socket.NextAsync()).Payload.GetProperty("data").GetProperty("lend").GetInt32());
    }

    [Fact]
    public async Task A_subscription_is_answered_by_its_messages_in_order_and_complete()
    {
        using var socket = await ConnectAsync();

        await socket.SubscribeAsync("s", Endless, new { count = 3 });

        for (var n = 1; n <= 3; n++)
        {
            var (next, result) = await socket.NextAsync();
            Assert.Equal(("next s", $"{n}"), (next, result.GetProperty("data").GetProperty("arrivals").GetString()));
        }

        Assert.Equal("complete s", (await socket.NextAsync()).Message);
    }

    [Fact]
    public async Task Operations_share_a_socket_under_ids_of_any_characters()
    {
        using var socket = await ConnectAsync();
        await socket.SubscribeAsync("é\"\\", Endless, Waiting);

        await socket.SubscribeAsync("q", "{ __typename }");
        await socket.CompleteAsync("é\"\\");
        await socket.SubscribeAsync("é\"\\", "{ __typename }");

        var messages = new List<string>();
        for (var n = 0; n < 4; n++)
            messages.Add((await socket.NextAsync()).Message);
        Assert.Equal(["complete q", "complete é\"\\", "next q", "next é\"\\"], messages.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{", ErrorCodes.ParseFailed)]
    [InlineData("{ nothing }", ErrorCodes.ValidationFailed)]
    [InlineData("{ books(first: 0) { totalCount } }", ErrorCodes.InvalidPageSize)]
    [InlineData("{ books { nodes { shelf } } }", ErrorCodes.Unauthenticated)]
    [InlineData("subscription {", ErrorCodes.ParseFailed)]
    [InlineData("subscription { nothing }", ErrorCodes.ValidationFailed)]
    public async Task An_operation_that_cannot_run_is_ended_by_an_error(string query, string code)
    {
        using var socket = await ConnectAsync();

        await socket.SubscribeAsync("x", query);

        Assert.Equal(code, await socket.ErrorAsync("x"));
        await socket.SubscribeAsync("x", "{ __typename }");
        Assert.Equal("next x", (await socket.NextAsync()).Message);
    }

    [Fact]
    public async Task A_failed_field_is_reported_beside_the_data()
    {
        using var socket = await ConnectAsync();

        await socket.SubscribeAsync("q", "{ fails }");

        var (next, result) = await socket.NextAsync();
        Assert.Equal("next q", next);
        Assert.Equal("Unexpected Execution Error", result.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.True(result.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task A_subscription_that_is_ended_by_the_server_says_why()
    {
        using var socket = await ConnectAsync();

        await socket.SubscribeAsync("s", Endless, new { count = 1, then = "refuse" });

        Assert.Equal("next s", (await socket.NextAsync()).Message);
        Assert.Equal(ErrorCodes.LimitExceeded, await socket.ErrorAsync("s"));
    }

    [Fact]
    public async Task A_fault_in_a_subscription_is_masked()
    {
        using var socket = await ConnectAsync();

        await socket.SubscribeAsync("s", Endless, new { count = 0, then = "fault" });

        var (error, payload) = await socket.NextAsync();
        Assert.Equal("error s", error);
        Assert.DoesNotContain("secret", payload.ToString(), StringComparison.Ordinal);
        var trace = payload[0].GetProperty("extensions").GetProperty("traceId").GetString()!;
        Assert.Contains(
            library.Log.Lines,
            line =>
                line.Contains(trace, StringComparison.Ordinal)
                && line.Contains("the secret of the source", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Completing_a_subscription_stops_its_source()
    {
        var before = library.Arrivals.Running;
        using var socket = await ConnectAsync();
        await socket.SubscribeAsync("s", Endless, new { count = 1, then = "wait" });
        await socket.NextAsync();
        Assert.Equal(before + 1, library.Arrivals.Running);

        await socket.CompleteAsync("s");

        await Eventually.IsAsync(before, () => library.Arrivals.Running);
        await socket.SendAsync(new { type = "ping" });
        Assert.Equal("pong", (await socket.ReadAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Completing_a_query_stops_it_without_an_answer()
    {
        using var socket = await ConnectAsync();
        await socket.SubscribeAsync("q", "{ slow }");
        await Task.Delay(200);

        await socket.CompleteAsync("q");

        await Eventually.IsAsync(
            true,
            () => library.Log.Lines.Any(line => line.StartsWith("Stopped.", StringComparison.Ordinal))
        );
        await socket.SendAsync(new { type = "ping" });
        Assert.Equal("pong", (await socket.ReadAsync()).GetProperty("type").GetString());
    }

    [Fact]
    public async Task Closing_or_losing_a_socket_stops_its_sources()
    {
        var before = library.Arrivals.Running;
        using var polite = await ConnectAsync();
        using var rude = await ConnectAsync();
        foreach (var socket in new[] { polite, rude })
        {
            await socket.SubscribeAsync("s", Endless, new { count = 1, then = "wait" });
            await socket.NextAsync();
        }

        Assert.Equal(WebSocketCloseStatus.NormalClosure, await polite.CloseAsync());
        rude.Dispose();

        await Eventually.IsAsync(before, () => library.Arrivals.Running);
    }

    [Fact]
    public async Task A_ping_is_answered_with_its_payload_even_before_connection_init()
    {
        using var socket = await OpenAsync();

        await socket.SendAsync("""{"type":"ping","payload":{"at":[1,"é"]}}""");

        Assert.Equal("""{"type":"pong","payload":{"at":[1,"é"]}}""", (await socket.ReadAsync()).ToString());
    }

    [Fact]
    public async Task Messages_that_are_allowed_at_any_time_do_no_harm()
    {
        using var socket = await ConnectAsync();

        await socket.SendAsync("""{"type":"pong","payload":null}""");
        await socket.CompleteAsync("unknown");
        await socket.SendAsync(
            """
            {
              "type":"subscribe","id":"q","more":1,
              "payload":{"query":"{ __typename }","operationName":null,"variables":null,"extensions":null}
            }
            """
        );

        Assert.Equal("next q", (await socket.NextAsync()).Message);
    }

    [Fact]
    public async Task A_message_may_be_sent_in_several_frames()
    {
        using var socket = await ConnectAsync();
        var text = Encoding.UTF8.GetBytes(
            $$$"""{"type":"subscribe","id":"é","payload":{"query":"{ echo(number: 1, text: \"{{{new string('é', 7_000)}}}\") }"}}"""
        );

        foreach (var piece in text.Chunk(1_001))
            await socket.SendAsync(piece, isLast: false);
        await socket.SendAsync([], isLast: true);

        Assert.Equal(7_001, (await socket.NextAsync()).Payload.GetProperty("data").GetProperty("echo").GetInt32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("\"connection_init\"")]
    [InlineData("{}")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"start"}""")]
    [InlineData("""{"type":"next","id":"1","payload":{}}""")]
    [InlineData("""{"type":"connection_ack"}""")]
    [InlineData("""{"type":"ping","type":"ping"}""")]
    [InlineData("""{"type":"ping","payload":1}""")]
    [InlineData("""{"type":"ping","payload":{"text":"\u0000"}}""")]
    [InlineData("""{"type":"ping","payload":{"text":"\ud800"}}""")]
    [InlineData("{\"type\":\"ping\",\"payload\":{\"text\":\"\u0001\"}}")]
    [InlineData("""{"type":"connection_init","payload":[]}""")]
    [InlineData("""{"type":"connection_init","payload":{"Authorization":1}}""")]
    [InlineData("""{"type":"complete"}""")]
    [InlineData("""{"type":"complete","id":1}""")]
    [InlineData("""{"type":"complete","id":""}""")]
    [InlineData("""{"type":"complete","id":"a\nb"}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ __typename }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":"{ __typename }"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":1}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ __typename }","variables":[]}}""")]
    public async Task An_invalid_message_closes_the_socket(string text)
    {
        using var socket = await OpenAsync();

        await socket.SendAsync(text);

        Assert.Equal(CloseCodes.InvalidMessage, (await socket.ClosedAsync()).Code);
    }

    [Fact]
    public async Task The_length_of_an_id_and_the_depth_of_JSON_are_limited()
    {
        using var longer = await ConnectAsync();
        using var deeper = await ConnectAsync();
        await longer.SubscribeAsync(new string('i', 256), "{ __typename }");
        Assert.Equal("next " + new string('i', 256), (await longer.NextAsync()).Message);

        await longer.CompleteAsync(new string('i', 257));
        await deeper.SendAsync(
            $$$"""{"type":"ping","payload":{"deep":{{{new string('[', 40) + new string(']', 40)}}}}}"""
        );

        Assert.Equal(CloseCodes.InvalidMessage, (await longer.ClosedAsync()).Code);
        Assert.Equal(CloseCodes.InvalidMessage, (await deeper.ClosedAsync()).Code);
    }

    [Fact]
    public async Task A_binary_message_closes_the_socket()
    {
        using var socket = await OpenAsync();

        await socket.SendAsync("""{"type":"ping"}"""u8.ToArray(), WebSocketMessageType.Binary);

        Assert.Equal((CloseCodes.InvalidMessage, "Messages are text, not binary"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_breaks_the_connection()
    {
        var before = library.Arrivals.Running;
        using var socket = await ConnectAsync();
        await socket.SubscribeAsync("s", Endless, new { count = 1, then = "wait" });
        await socket.NextAsync();

        await socket.SendAsync([0x22, 0xff, 0x22]);

        // The server sends close code 1007, but the end of the connection may arrive first.
        Assert.True(await Record.ExceptionAsync(socket.ClosedAsync) is null or WebSocketException);
        await Eventually.IsAsync(before, () => library.Arrivals.Running);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_of_more_than_64_KB_closes_the_socket(bool isLast)
    {
        using var socket = await OpenAsync();

        await socket.SendAsync(
            Encoding.UTF8.GetBytes($$$"""{"type":"ping","payload":{"text":"{{{new string('.', 64 * 1024)}}}"}}"""),
            isLast: isLast
        );

        Assert.Equal(CloseCodes.MessageTooBig, (await socket.ClosedAsync()).Code);
    }

    [Fact]
    public async Task An_operation_before_connection_init_closes_the_socket()
    {
        using var socket = await OpenAsync();

        await socket.SubscribeAsync("q", "{ __typename }");

        Assert.Equal((CloseCodes.Unauthorized, "Unauthorized"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task A_second_connection_init_closes_the_socket()
    {
        using var socket = await ConnectAsync();

        await socket.SendAsync(new { type = "connection_init" });

        Assert.Equal((CloseCodes.TooManyInits, "Too many initialisation requests"), await socket.ClosedAsync());
    }

    [Theory]
    [InlineData("a", "Subscriber for a already exists")]
    [InlineData(
        "ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé",
        "Subscriber for ééééééééééééééééééééééééééééééééééééééééééééé… already exists"
    )]
    public async Task An_id_that_is_in_use_closes_the_socket(string id, string reason)
    {
        using var socket = await ConnectAsync();
        await socket.SubscribeAsync(id, Endless, Waiting);

        await socket.SubscribeAsync(id, "{ __typename }");

        Assert.Equal((CloseCodes.SubscriberExists, reason), await socket.ClosedAsync());
    }

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

    [Fact]
    public async Task A_socket_runs_at_most_100_operations_at_once()
    {
        using var socket = await ConnectAsync();
        for (var n = 0; n < 100; n++)
            await socket.SubscribeAsync($"{n}", Endless, Waiting);

        await socket.SubscribeAsync("more", "{ __typename }");
        Assert.Equal(ErrorCodes.TooManyOperations, await socket.ErrorAsync("more"));

        await socket.CompleteAsync("50");
        await Eventually.IsAsync(
            true,
            async () =>
            {
                await socket.SubscribeAsync("more", "{ __typename }");
                return (await socket.NextAsync()).Message == "next more";
            }
        );
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

    private Task<Socket> ConnectAsync() => Socket.ConnectAsync(library.Address);

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
