using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;

namespace Cwa.Benchmarks;

/// <summary>
/// A WebSocket with one subscription, which counts its messages. Without a token it reads as NPR, like every local
/// caller in Development.
/// </summary>
internal sealed class LiveSocket : IDisposable
{
    /// <summary>A subscription to submitted reports.</summary>
    public const string Reports =
        "subscription { monthlyReportSubmitted { cursor monthlyReport { month revision status eventCount "
        + "agency { abbreviation name } } } }";

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _closed = new();
    private readonly SemaphoreSlim _told = new(0);
    private readonly byte[] _buffer = new byte[1024];

    private LiveSocket() => _socket.Options.AddSubProtocol("graphql-transport-ws");

    /// <summary>When the last message came, by <see cref="Stopwatch.GetTimestamp"/>.</summary>
    public long LastAt { get; private set; }

    /// <summary>Opens a socket, waits for the acknowledgement, and subscribes.</summary>
    public static async Task<LiveSocket> SubscribeAsync(string address, string query, object? variables = null)
    {
        var live = new LiveSocket();
        await live._socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/graphql" }.Uri, default);
        await live.SendAsync(new { type = "connection_init" });
        await live._socket.ReceiveAsync(live._buffer, default);
        await live.SendAsync(
            new
            {
                type = "subscribe",
                id = "1",
                payload = new { query, variables },
            }
        );
        _ = live.ReadAsync();
        return live;
    }

    /// <summary>Opens sockets until there are as many as wanted, and waits until all have surely begun.</summary>
    public static async Task OpenAsync(List<LiveSocket> sockets, string address, string query, int count)
    {
        while (sockets.Count < count)
            sockets.AddRange(
                await Task.WhenAll(
                    Enumerable.Range(0, Math.Min(50, count - sockets.Count)).Select(_ => SubscribeAsync(address, query))
                )
            );
        // The protocol does not say when a subscription has started.
        await Task.Delay(1000);
    }

    /// <summary>Completes after this many more messages.</summary>
    public async Task ToldAsync(int more)
    {
        for (var i = 0; i < more; i++)
        {
            if (!await _told.WaitAsync(TimeSpan.FromSeconds(30)))
                throw new TimeoutException("A subscriber is told nothing more.");
        }
    }

    public void Dispose()
    {
        _closed.Cancel();
        _socket.Dispose();
        _closed.Dispose();
        _told.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            while (true)
            {
                var first = await _socket.ReceiveAsync(_buffer, _closed.Token);
                if (first.MessageType == WebSocketMessageType.Close)
                    return;
                var isNext = _buffer.AsSpan(0, first.Count).IndexOf("\"type\":\"next\""u8) >= 0;
                for (var part = first; !part.EndOfMessage; )
                    part = await _socket.ReceiveAsync(_buffer, _closed.Token);
                if (isNext)
                {
                    LastAt = Stopwatch.GetTimestamp();
                    _told.Release();
                }
                else
                {
                    await SendAsync(new { type = "pong" });
                }
            }
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // The socket was closed while it waited.
        }
    }

    private Task SendAsync(object message) =>
        _socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(message),
            WebSocketMessageType.Text,
            endOfMessage: true,
            default
        );
}
