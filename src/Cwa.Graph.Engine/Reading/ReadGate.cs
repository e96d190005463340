namespace Cwa.Graph.Engine;

/// <summary>
/// Lets only so many reads into the database at once, one while a write is under way; the others wait without holding a
/// thread.
/// </summary>
/// <remarks>
/// SQLite works on the thread that asks it, so without this a few heavy operations would hold every thread, and the
/// lightest request would wait for them. It has one writer, so what keeps that one from a processor keeps all who wait
/// for it. A database server too answers fewer connections sooner. However many wait who are not signed in, those who
/// are wait for few of them.
/// </remarks>
[Service]
public sealed class ReadGate(Limits limits)
{
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _public = [],
        _signedIn = [];
    private bool _isPublicsTurn;
    private int _reads;
    private int _writes;

    internal async Task<Place> EnterAsync(bool isSignedIn, CancellationToken cancellationToken)
    {
        if (Enqueue(isSignedIn) is { } turn)
        {
            await using var leaving = cancellationToken.UnsafeRegister(
                token => turn.TrySetCanceled((CancellationToken)token!),
                cancellationToken
            );
            await turn.Task;
        }

        return new(this, isWrite: false);
    }

    /// <summary>Leaves the processors to a write on the same machine until it is disposed.</summary>
    internal Place Write()
    {
        lock (_lock)
            _writes++;
        return new(this, isWrite: true);
    }

    private TaskCompletionSource? Enqueue(bool isSignedIn)
    {
        lock (_lock)
        {
            if (TakePlace())
                return null;

            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            (isSignedIn ? _signedIn : _public).Enqueue(turn);
            return turn;
        }
    }

    private void Leave(bool isWrite)
    {
        lock (_lock)
        {
            if (isWrite)
                _writes--;
            else
                _reads--;
            // Who has gone in the meantime leaves the place to the next.
            while (_signedIn.Count + _public.Count > 0 && TakePlace())
            {
                if (!Next().TrySetResult())
                    _reads--;
            }
        }
    }

    // Where both wait they take turns.
    private TaskCompletionSource Next()
    {
        var isPublic = _signedIn.Count == 0 || (_isPublicsTurn && _public.Count > 0);
        _isPublicsTurn = !isPublic;
        return (isPublic ? _public : _signedIn).Dequeue();
    }

    private bool TakePlace()
    {
        if (_reads >= (_writes > 0 ? 1 : limits.ConcurrentReads))
            return false;

        _reads++;
        return true;
    }

    internal readonly struct Place(ReadGate gate, bool isWrite) : IDisposable
    {
        public void Dispose() => gate.Leave(isWrite);
    }
}
