using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;

namespace Cwa.Graph.Engine;

/// <summary>
/// One socket with the protocol graphql-transport-ws: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
/// </summary>
internal sealed class SocketConnection : IDisposable
{
    private const int UsualMessageBytes = 4 * 1024;

    private static readonly byte[] Ack = "{\"type\":\"connection_ack\"}"u8.ToArray(),
        Ping = "{\"type\":\"ping\"}"u8.ToArray(),
        Pong = "{\"type\":\"pong\"}"u8.ToArray();

    private readonly HttpContext _http;
    private readonly WebSocket _socket;
    private readonly IAdmissions _admissions;
    private readonly ConnectionLimits _limits;
    private readonly int _depth;
    private readonly SocketOutput _output;
    private readonly SocketOperations _operations;
    private readonly CancellationTokenSource _ended = new();
    private readonly TaskCompletionSource<SocketClose> _closing = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private IAdmission? _admission;
    private bool _initialised;
    private long _heardAt = Stopwatch.GetTimestamp();

    public SocketConnection(HttpContext http, WebSocket socket)
    {
        var services = http.RequestServices;
        (_http, _socket) = (http, socket);
        _admissions = services.GetRequiredService<IAdmissions>();
        _limits = services.GetRequiredService<ConnectionLimits>();
        _depth = services.GetRequiredService<Limits>().JsonDepth;
        _output = new(socket, _limits, End);
        _operations = new(_output, services, _ended.Token);
    }

    /// <summary>Serves the socket until both ends have closed it.</summary>
    /// <remarks>
    /// Three tasks run at the same time: one receives, one pings and watches, one waits for `connection_init`.
    /// Whichever of them ends the connection only says why (<see cref="End"/>). The closing itself happens here, once,
    /// in this order: running queries and mutations may answer, everything else stops, the close frame is sent, and the
    /// client has a while to answer it. The socket is disposed only after every task has ended.
    /// </remarks>
    /// <param name="refusal">Why to close the socket as soon as it is open; null to serve it.</param>
    public async Task RunAsync(SocketClose? refusal)
    {
        if (refusal is not null)
            End(refusal);
        var drain = _http.RequestServices.GetRequiredService<Drain>();
        using var stopping = drain.ConnectionsEnd.Register(() => End(SocketClose.Restart));
        var receiving = ReceiveAsync();
        var watching = Task.WhenAll(AwaitInitAsync(), WatchAsync());

        var close = await _closing.Task;
        if (close == SocketClose.Restart)
            await _operations.DrainAsync(_limits.DrainTime);
        await _ended.CancelAsync();
        var isTold = close == SocketClose.Gone || await _output.CloseAsync(close);
        if (!isTold || !await IsDoneAsync(receiving))
            _socket.Abort();
        // While messages are received, operations may begin. Only now is it certain that all of them are known.
        await Task.WhenAll(receiving, watching);
        await _operations.EndAsync();
    }

    public void Dispose()
    {
        _operations.Dispose();
        _output.Dispose();
        _ended.Dispose();
    }

    // Several tasks may end the connection; the first reason counts.
    private void End(SocketClose close) => _closing.TrySetResult(close);

    private async Task<bool> IsDoneAsync(Task receiving) =>
        await Task.WhenAny(receiving, Task.Delay(_limits.CloseTime)) == receiving;

    private async Task ReceiveAsync()
    {
        // There may be thousands of sockets, and most messages are small, so the buffer grows only for a large one.
        var buffer = new byte[UsualMessageBytes];
        var length = 0;
        try
        {
            // Cancelling a receive aborts the socket and with it the close handshake. So receiving goes on until the
            // client has closed; whatever arrives after our own end is discarded.
            while (true)
            {
                var frame = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                Volatile.Write(ref _heardAt, Stopwatch.GetTimestamp());
                length += frame.Count;
                if (frame.MessageType == WebSocketMessageType.Close)
                    break;
                else if (_closing.Task.IsCompleted)
                    length = 0;
                else if (frame.MessageType == WebSocketMessageType.Binary)
                    End(SocketClose.Invalid("Messages are text, not binary"));
                else if (length > _limits.MessageBytes)
                    End(SocketClose.TooBig(_limits.MessageBytes));
                else if (!frame.EndOfMessage && length == buffer.Length)
                    Array.Resize(ref buffer, Math.Min(2 * length, _limits.MessageBytes + 1));
                else if (frame.EndOfMessage)
                {
                    await HandleAsync(buffer.AsMemory(0, length));
                    (buffer, length) = (buffer.Length > UsualMessageBytes ? new byte[UsualMessageBytes] : buffer, 0);
                }

                if (_closing.Task.IsCompleted)
                    length = 0;
            }

            End(SocketClose.ByClient);
        }
        catch (Exception fault) when (SocketOutput.IsGone(fault))
        {
            End(SocketClose.Gone);
        }
    }

    private async Task HandleAsync(ReadOnlyMemory<byte> text)
    {
        try
        {
            var message = SocketMessage.Read(text, _depth);
            switch (message.Type)
            {
                case "connection_init":
                    await InitAsync(message.Authorization);
                    break;
                case "subscribe":
                    await SubscribeAsync(message.Id!, message.Request!);
                    break;
                case "complete":
                    _operations.Complete(message.Id!);
                    break;
                case "ping":
                    await _output.SendAsync(
                        message.Payload is { } payload
                            ? Encoding.UTF8.GetBytes($$"""{"type":"pong","payload":{{payload}}}""")
                            : Pong
                    );
                    break;
            }
        }
        catch (Exception fault) when (!SocketOutput.IsGone(fault))
        {
            End(
                SocketClose.Told(
                    fault as RequestError ?? _http.RequestServices.GetRequiredService<RequestExecutor>().Masked(fault)
                )
            );
        }
    }

    private async Task InitAsync(string? authorization)
    {
        if (_initialised)
        {
            End(SocketClose.TooManyInits);
            return;
        }

        _initialised = true;
        var admission = authorization is null
            ? _admissions.Of(_http)
            : await _admissions.WithAsync(authorization, _http);
        if (admission is null)
            End(SocketClose.BadToken);
        else if (admission.HasEnded())
            End(SocketClose.SignInEnded);
        else
        {
            _admission = admission;
            await _output.SendAsync(Ack);
        }
    }

    private async Task SubscribeAsync(string id, GraphRequest request)
    {
        if (_admission is null)
            End(SocketClose.Unauthorized);
        else if (_admission.HasEnded())
            End(SocketClose.SignInEnded);
        else if (!await _operations.StartAsync(id, request, _admission))
            End(SocketClose.SubscriberExists(id));
    }

    private async Task AwaitInitAsync()
    {
        await Task.WhenAny(Task.Delay(_limits.InitTime, _ended.Token));
        if (!_initialised)
            End(SocketClose.InitTimeout);
    }

    private async Task WatchAsync()
    {
        // Pings queue behind other output. For a client that reads nothing they would pile up, so the next ping is sent
        // only once the last was taken.
        var ping = Task.CompletedTask;
        while (!_ended.IsCancellationRequested)
        {
            var patience = _limits.SilenceTime - Stopwatch.GetElapsedTime(Volatile.Read(ref _heardAt));
            await Task.WhenAny(
                Task.Delay(
                    patience > TimeSpan.Zero && patience < _limits.PingEvery ? patience : _limits.PingEvery,
                    _ended.Token
                )
            );
            if (Stopwatch.GetElapsedTime(Volatile.Read(ref _heardAt)) >= _limits.SilenceTime)
                End(SocketClose.NoAnswer);
            else if (_admission?.HasEnded() == true)
                End(SocketClose.SignInEnded);
            else if (ping.IsCompleted)
                ping = _output.SendAsync(Ping, _ended.Token);
        }

        await Task.WhenAny(ping);
    }
}
