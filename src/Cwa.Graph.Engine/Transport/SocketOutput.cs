using System.Net.WebSockets;

namespace Cwa.Graph.Engine;

/// <summary>
/// What is sent to one socket, a message at a time; whoever sends waits until the socket has taken it.
/// </summary>
/// <param name="end">Is called when the socket is to be closed because it takes nothing, or has gone.</param>
internal sealed class SocketOutput(WebSocket socket, ConnectionLimits limits, Action<SocketClose> end) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _closed = new();
    private long _unread,
        _taken;

    /// <summary>Sends a message, if by its turn nobody has stopped it.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken stopped = default)
    {
        using var noTurn = CancellationTokenSource.CreateLinkedTokenSource(stopped, _closed.Token);
        var unread = Interlocked.Add(ref _unread, message.Length);
        try
        {
            if (unread > limits.UnreadBytes && unread > message.Length)
                _ = WatchAsync();
            await _turn.WaitAsync(noTurn.Token);
            try
            {
                noTurn.Token.ThrowIfCancellationRequested();
                // A send that is broken off breaks the socket: this one is not stopped any more.
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                Interlocked.Add(ref _taken, message.Length);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception fault) when (IsGone(fault))
        {
            noTurn.Token.ThrowIfCancellationRequested();
            end(SocketClose.Gone);
        }
        finally
        {
            Interlocked.Add(ref _unread, -message.Length);
        }
    }

    /// <summary>
    /// Sends nothing more but the close, after what is being sent; says whether the other end took it.
    /// </summary>
    public async Task<bool> CloseAsync(SocketClose close)
    {
        await _closed.CancelAsync();
        if (!await _turn.WaitAsync(limits.CloseTime))
            return false;
        try
        {
            using var late = new CancellationTokenSource(limits.CloseTime);
            await socket.CloseOutputAsync(close.Status, close.Reason, late.Token);
            return true;
        }
        catch (Exception fault) when (IsGone(fault))
        {
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Whether the fault is of the connection and not ours.</summary>
    public static bool IsGone(Exception fault) =>
        fault is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException;

    public void Dispose()
    {
        _turn.Dispose();
        _closed.Dispose();
    }

    // Many operations may have something to tell at the same moment. A reader is slow if it took less in that time than
    // was waiting.
    private async Task WatchAsync()
    {
        var taken = Interlocked.Read(ref _taken);
        await Task.Delay(limits.UnreadTime);
        if (
            Interlocked.Read(ref _unread) > limits.UnreadBytes
            && Interlocked.Read(ref _taken) - taken < limits.UnreadBytes
        )
            end(SocketClose.TooMuchUnread);
    }
}
