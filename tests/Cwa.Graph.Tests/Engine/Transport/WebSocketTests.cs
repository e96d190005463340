using System.Net.WebSockets;
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
        await library.Arrivals.StoppedAsync();
        using var socket = await ConnectAsync();
        await socket.SubscribeAsync("s", Endless, new { count = 1, then = "wait" });
        await socket.NextAsync();
        Assert.Equal(1, library.Arrivals.Running);

        await socket.CompleteAsync("s");

        await library.Arrivals.StoppedAsync();
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
        await library.Arrivals.StoppedAsync();
        using var polite = await ConnectAsync();
        using var rude = await ConnectAsync();
        foreach (var socket in new[] { polite, rude })
        {
            await socket.SubscribeAsync("s", Endless, new { count = 1, then = "wait" });
            await socket.NextAsync();
        }

        Assert.Equal(2, library.Arrivals.Running);

        Assert.Equal(WebSocketCloseStatus.NormalClosure, await polite.CloseAsync());
        rude.Dispose();

        await library.Arrivals.StoppedAsync();
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

    private Task<Socket> ConnectAsync() => Socket.ConnectAsync(library.Address);
}
