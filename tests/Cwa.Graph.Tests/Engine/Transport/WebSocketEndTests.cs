using Cwa.Graph.Engine;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Engine;

/// <summary>Sockets that the server closes, with short time limits.</summary>
[AfterOthers]
public sealed class WebSocketEndTests : IAsyncLifetime
{
    private const string Endless = "subscription { arrivals }";

    private readonly ImpatientLibrary _library = new();
    private Task? _stopped;

    public Task InitializeAsync() => _library.InitializeAsync();

    public Task DisposeAsync() => _library.DisposeAsync();

    [Fact]
    public async Task A_socket_without_connection_init_is_closed()
    {
        using var socket = await Socket.OpenAsync(_library.Address);

        await socket.SendAsync(new { type = "ping" });

        Assert.Equal((CloseCodes.InitTimeout, "Connection initialisation timeout"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task A_socket_that_does_not_answer_pings_is_closed()
    {
        using var socket = await Socket.ConnectAsync(_library.Address);

        Assert.Equal((CloseCodes.NoAnswer, "No answer to pings"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task A_socket_that_answers_pings_stays_open()
    {
        using var socket = await Socket.ConnectAsync(_library.Address);
        var silence = Task.Delay(TimeSpan.FromSeconds(4));
        var next = socket.NextAsync();

        await silence;
        Assert.False(next.IsCompleted);

        await socket.SubscribeAsync("q", "{ __typename }");
        Assert.Equal("next q", (await next).Message);
    }

    [Fact]
    public async Task A_socket_is_closed_when_its_token_expires()
    {
        using var socket = await Socket.ConnectAsync(_library.Address, "brief");
        await socket.SubscribeAsync("s", Endless, new { count = 0, then = "wait" });

        Assert.Equal((CloseCodes.Forbidden, "Forbidden: the sign-in has ended"), await socket.ClosedAsync());
        await _library.Arrivals.StoppedAsync();
    }

    [Fact]
    public async Task A_socket_is_closed_when_its_token_is_revoked()
    {
        using var socket = await Socket.ConnectAsync(_library.Address, "reader");
        using var other = await Socket.ConnectAsync(_library.Address, "reader2");
        var next = other.NextAsync();

        _library.Doors.Revoked.Add("reader");

        Assert.Equal((CloseCodes.Forbidden, "Forbidden: the sign-in has ended"), await socket.ClosedAsync());
        await other.SubscribeAsync("q", "{ __typename }");
        Assert.Equal("next q", (await next).Message);
    }

    [Fact]
    public async Task A_source_is_read_no_faster_than_its_client_reads()
    {
        using var socket = await Socket.ConnectAsync(_library.Address);

        await socket.SubscribeAsync("s", Endless, new { count = 1_000, bytes = 100_000 });

        // Messages fill the buffers of the network; then the source waits.
        var sent = await Eventually.StopsAsync(() => _library.Arrivals.Sent);
        Assert.InRange(sent, 1, 300);
        for (var n = 1; n <= 400; n++)
            Assert.Equal("next s", (await socket.NextAsync()).Message);
        Assert.InRange(_library.Arrivals.Sent, 400, 700);
    }

    [Fact]
    public async Task A_socket_that_leaves_a_megabyte_unread_is_closed()
    {
        using var socket = await Socket.ConnectAsync(_library.Address);

        for (var n = 0; n < 20; n++)
            await socket.SubscribeAsync($"{n}", Endless, new { count = 1_000, bytes = 100_000 });

        // All stop except the one whose message is partly sent.
        await Eventually.IsAsync(20, () => _library.Arrivals.Running);
        await Eventually.IsAsync(1, () => _library.Arrivals.Running);
        Assert.Equal((CloseCodes.TooMuchUnread, "Too much unread output"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task A_socket_that_reads_stays_open_however_much_it_asks_for()
    {
        using var socket = await Socket.ConnectAsync(_library.Address);

        for (var n = 0; n < 20; n++)
            await socket.SubscribeAsync($"{n}", Endless, new { count = 60, bytes = 100_000 });

        // More than a megabyte waits for some seconds, but never the same messages.
        var completed = 0;
        for (var n = 0; n < 20 * 61; n++)
        {
            completed += (await socket.NextAsync()).Message.StartsWith("complete", StringComparison.Ordinal) ? 1 : 0;
            if (n % 10 == 0)
                await Task.Delay(40);
        }

        Assert.Equal(20, completed);
    }

    [Fact]
    public async Task A_stopping_server_answers_running_operations_and_closes()
    {
        using var socket = await Socket.ConnectAsync(_library.Address);
        await socket.SubscribeAsync("s", Endless, new { count = 1, then = "wait" });
        Assert.Equal("next s", (await socket.NextAsync()).Message);
        await socket.SubscribeAsync("q", "{ __typename }", new { delay = 500 });

        await StopAsync();

        Assert.Equal("next q", (await socket.NextAsync()).Message);
        Assert.Equal("complete q", (await socket.NextAsync()).Message);
        Assert.Equal(CloseCodes.ServiceRestart, (await socket.ClosedAsync()).Code);
        await socket.CloseAsync();
        await _stopped!.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_stopping_server_does_not_wait_for_ever()
    {
        using var socket = await Socket.ConnectAsync(_library.Address);
        await socket.SubscribeAsync("q", "{ slow }");
        using var silent = await Socket.OpenAsync(_library.Address);

        await StopAsync();

        Assert.Equal(CloseCodes.ServiceRestart, (await socket.ClosedAsync()).Code);
        Assert.Equal(CloseCodes.ServiceRestart, (await silent.ClosedAsync()).Code);
    }

    private async Task StopAsync()
    {
        await Task.Delay(100);
        _stopped = _library.StopAsync();
    }
}
