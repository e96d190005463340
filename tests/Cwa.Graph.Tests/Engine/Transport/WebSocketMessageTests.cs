using System.Net.WebSockets;
using System.Text;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

/// <summary>What a socket accepts as a message of the protocol.</summary>
public sealed class WebSocketMessageTests(LiveLibrary library) : IClassFixture<LiveLibrary>
{
    private const string Endless = "subscription { arrivals }";

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
        var query = $$"""{ echo(number: 1, text: \"{{new string('é', 7_000)}}\") }""";
        var text = Encoding.UTF8.GetBytes($$$"""{"type":"subscribe","id":"é","payload":{"query":"{{{query}}}"}}""");

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
        await library.Arrivals.StoppedAsync();
        using var socket = await ConnectAsync();
        await socket.SubscribeAsync("s", Endless, new { count = 1, then = "wait" });
        await socket.NextAsync();

        await socket.SendAsync([0x22, 0xff, 0x22]);

        // The server sends close code 1007, but the end of the connection may arrive first.
        Assert.True(await Record.ExceptionAsync(socket.ClosedAsync) is null or WebSocketException);
        await library.Arrivals.StoppedAsync();
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

    private Task<Socket> OpenAsync() => Socket.OpenAsync(library.Address);

    private Task<Socket> ConnectAsync() => Socket.ConnectAsync(library.Address);
}
