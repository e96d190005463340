using System.Buffers;
using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>The operations that run on one socket, each in a scope of its own.</summary>
/// <param name="ended">Cancelled when the socket is to be closed.</param>
internal sealed class SocketOperations(SocketOutput output, IServiceProvider services, CancellationToken ended)
    : IDisposable
{
    // A client may reuse an id as soon as it has completed the operation, but the operation may take longer to stop. So
    // the operations that a client waits for and those that still run are two sets.
    private readonly ConcurrentDictionary<string, SocketOperation> _awaited = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SocketOperation, bool> _running = new();
    private readonly IServiceScopeFactory _scopes = services.GetRequiredService<IServiceScopeFactory>();
    private readonly RequestExecutor _executor = services.GetRequiredService<RequestExecutor>();
    private readonly ILiveOperations _live = services.GetRequiredService<ILiveOperations>();
    private readonly Limits _limits = services.GetRequiredService<Limits>();
    private readonly int _most = services.GetRequiredService<ConnectionLimits>().Operations;
    private readonly ConcurrencyLimiter _places = new(
        new() { PermitLimit = services.GetRequiredService<ConnectionLimits>().Operations }
    );

    /// <summary>Starts a request under an id; false if the id is in use.</summary>
    public async Task<bool> StartAsync(string id, GraphRequest request, IAdmission admission)
    {
        if (_awaited.ContainsKey(id))
            return false;

        var operation = new SocketOperation(id, ended);
        var place = _places.AttemptAcquire();
        if (!place.IsAcquired)
        {
            using var refused = operation;
            await output.SendAsync(Error(operation, RequestError.TooManyOperations(_most)), ended);
            return true;
        }

        _awaited[id] = operation;
        _running[operation] = true;
        operation.Running = Task.Run(() => RunAsync(operation, place, request, admission), CancellationToken.None);
        return true;
    }

    /// <summary>Stops an operation because its client no longer wants it; no further message is sent for it.</summary>
    public void Complete(string id)
    {
        if (_awaited.TryRemove(id, out var operation))
            operation.Stop();
    }

    /// <summary>Waits for running queries and mutations, at most for this long.</summary>
    public async Task DrainAsync(TimeSpan most)
    {
        var answered = Task.WhenAll(_running.Keys.Select(o => o.Settled));
        await Task.WhenAny(answered, Task.Delay(most, CancellationToken.None));
    }

    /// <summary>Waits until no operation runs any more. No operation may be started from then on.</summary>
    public Task EndAsync() => Task.WhenAll(_running.Keys.Select(o => o.Running));

    public void Dispose() => _places.Dispose();

    private async Task RunAsync(
        SocketOperation operation,
        RateLimitLease place,
        GraphRequest request,
        IAdmission admission
    )
    {
        using var _ = operation;
        using var held = place;
        try
        {
            var last = await AnswerAsync(operation, request, admission);
            // The place and the id are free before the last message is sent, since the client may reuse them on
            // receiving it.
            place.Dispose();
            if (_awaited.TryRemove(new(operation.Id, operation)))
                await output.SendAsync(last, operation.Stopped);
        }
        catch (OperationCanceledException) when (operation.Stopped.IsCancellationRequested)
        {
            // Nobody waits for an answer.
        }
        finally
        {
            _awaited.TryRemove(new(operation.Id, operation));
            _running.TryRemove(operation, out var _);
            operation.Settle();
        }
    }

    // Sends all messages but the last, which it returns.
    private async Task<ReadOnlyMemory<byte>> AnswerAsync(
        SocketOperation operation,
        GraphRequest request,
        IAdmission admission
    )
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            await admission.EnterAsync(scope.ServiceProvider, operation.Stopped);
            var start = await _live.StartAsync(request, scope.ServiceProvider, resumeAfter: null, operation.Stopped);
            if (start.Messages is { } messages)
            {
                operation.Settle();
                await foreach (var message in messages.WithCancellation(operation.Stopped))
                    await output.SendAsync(operation.Next(message.Result.Span), operation.Stopped);
                return operation.Complete();
            }

            var result =
                start.Failed
                ?? await _executor.ExecuteAsync(request, _ => { }, scope.ServiceProvider, operation.Stopped);
            if (!result.Executed)
                return Error(operation, [.. result.Errors!]);

            var json = new ArrayBufferWriter<byte>();
            ResultWriter.Write(json, result, _limits);
            await output.SendAsync(operation.Next(json.WrittenSpan), operation.Stopped);
            return operation.Complete();
        }
        catch (RequestError error)
        {
            return Error(operation, error);
        }
        catch (Exception fault)
        {
            return operation.Stopped.IsCancellationRequested ? default : Error(operation, _executor.Masked(fault));
        }
    }

    private ReadOnlyMemory<byte> Error(SocketOperation operation, params IEnumerable<ExecutionError> errors)
    {
        var json = new ArrayBufferWriter<byte>();
        ResultWriter.WriteErrors(json, [.. errors], _limits);
        return operation.Error(json.WrittenSpan);
    }
}
