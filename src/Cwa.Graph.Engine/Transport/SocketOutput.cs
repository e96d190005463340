using System.Net.WebSockets;

namespace Cwa.Graph.Engine;

/// <summary>
/// Sends messages to one socket, one at a time. Senders wait until the socket has taken their message.
/// </summary>
/// <param name="end">Called when the socket should be closed because the client does not read, or has gone.</param>
internal sealed class SocketOutput(WebSocket socket, ConnectionLimits limits, Action<SocketClose> end) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly CancellationTokenSource _closed = new();
    private long _unread,
        _taken;

    /// <summary>Sends a message, unless it is stopped before its turn.</summary>
    /// <exception cref="OperationCanceledException">The message was stopped, or the socket was closed.</exception>
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
                // Cancelling a send aborts the socket, so from here on the message is not stopped.
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
    /// Sends the close frame after the message that is being sent, and nothing else. Returns whether the client took
    /// it.
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

    /// <summary>Whether the exception means that the connection has gone, and is not our fault.</summary>
    public static bool IsGone(Exception fault) =>
        fault is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException;

    public void Dispose()
    {
        _turn.Dispose();
        _closed.Dispose();
    }

    // Many operations may have messages at the same moment, so a full queue alone proves nothing. A client is too slow
    // if it took less in that time than was waiting.
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
