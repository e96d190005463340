using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cwa.Graph.Engine;

/// <summary>An operation that runs on a socket, and the format of its messages.</summary>
internal sealed class SocketOperation(string id, CancellationToken socketEnded) : IDisposable
{
    private readonly JsonEncodedText _id = JsonEncodedText.Encode(id, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(socketEnded);
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id => id;

    /// <summary>Cancelled when nobody waits for the operation any more.</summary>
    public CancellationToken Stopped => _stop.Token;

    /// <summary>
    /// Completes when the operation has ended or turns out to be a subscription, which a stopping server does not wait
    /// for.
    /// </summary>
    public Task Settled => _settled.Task;

    /// <summary>The operation's task, until its last message is sent and everything it held is released.</summary>
    public Task Running { get; set; } = Task.CompletedTask;

    public void Settle() => _settled.TrySetResult();

    public void Stop()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself in the meantime.
        }
    }

    public ReadOnlyMemory<byte> Next(ReadOnlySpan<byte> result) => Message("next"u8, result);

    public ReadOnlyMemory<byte> Error(ReadOnlySpan<byte> errors) => Message("error"u8, errors);

    public ReadOnlyMemory<byte> Complete() => Message("complete"u8, []);

    public void Dispose() => _stop.Dispose();

    private ReadOnlyMemory<byte> Message(ReadOnlySpan<byte> type, ReadOnlySpan<byte> payload)
    {
        var message = new ArrayBufferWriter<byte>(64 + _id.EncodedUtf8Bytes.Length + payload.Length);
        message.Write("{\"id\":\""u8);
        message.Write(_id.EncodedUtf8Bytes);
        message.Write("\",\"type\":\""u8);
        message.Write(type);
        message.Write("\""u8);
        if (!payload.IsEmpty)
        {
            message.Write(",\"payload\":"u8);
            message.Write(payload);
        }

        message.Write("}"u8);
        return message.WrittenMemory;
    }
}
