using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Cwa.Graph.Engine;

/// <summary>
/// Limits how many reads run in the database at once: one while a write is under way. The others wait without holding a
/// thread.
/// </summary>
/// <remarks>
/// SQLite works on the caller's thread, so without this gate a few heavy operations would hold every thread, and the
/// lightest request would wait for them. SQLite also has only one writer at a time: whatever keeps it from a processor
/// delays every writer behind it. A database server, too, answers sooner over fewer connections. Signed-in and public
/// callers queue separately and take turns, so a crowd of public callers cannot hold up those who are signed in.
/// </remarks>
[Service]
public sealed class ReadGate(Limits limits, Histogram<double>? waits = null)
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
            var start = Stopwatch.GetTimestamp();
            await using var leaving = cancellationToken.UnsafeRegister(
                token => turn.TrySetCanceled((CancellationToken)token!),
                cancellationToken
            );
            await turn.Task;
            waits?.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return new(this, isWrite: false);
    }

    /// <summary>Holds back reads in favour of a write on the same machine, until disposed.</summary>
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
            // A waiter that was cancelled in the meantime does not take its place; the next one gets it.
            while (_signedIn.Count + _public.Count > 0 && TakePlace())
            {
                if (!Next().TrySetResult())
                    _reads--;
            }
        }
    }

    // When both queues have waiters, they take turns.
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
