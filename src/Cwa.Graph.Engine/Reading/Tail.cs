namespace Cwa.Graph.Engine;

/// <summary>The end of a list that grows only there. Whoever follows the list waits here for more records.</summary>
/// <remarks>A record becomes visible only when all records at earlier places are.</remarks>
public abstract class Tail
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _more = Signal();
    private long _newest;

    /// <summary>The place of the newest known record; 0 in an empty list.</summary>
    public long Newest => Volatile.Read(ref _newest);

    /// <summary>
    /// The first and the last place in the list now. In an empty list the first is one more than the last.
    /// </summary>
    public abstract Task<(long Oldest, long Newest)> RangeAsync(CancellationToken cancellationToken);

    /// <summary>Notes that the list has grown, and wakes those who wait.</summary>
    public void MoveTo(long newest)
    {
        TaskCompletionSource woken;
        lock (_lock)
        {
            if (newest <= _newest)
                return;

            Volatile.Write(ref _newest, newest);
            (woken, _more) = (_more, Signal());
        }

        woken.SetResult();
    }

    /// <summary>Waits until the list has grown beyond a place.</summary>
    public async Task WaitAsync(long place, CancellationToken cancellationToken)
    {
        while (Newest <= place)
        {
            Task more;
            lock (_lock)
                more = _more.Task;
            if (Newest <= place)
                await more.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
