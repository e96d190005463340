namespace Cwa.Graph.Engine;

/// <summary>
/// All subscribers with the same query and the same rights. Each message is executed once for all of them, and the
/// newest results are kept for a while.
/// </summary>
/// <remarks>
/// Each member reads at its own speed. One that falls behind what is kept executes messages for itself until it has
/// caught up, so that a slow reader holds up nobody and makes nothing grow.
/// </remarks>
internal sealed class LiveGroup(LiveQuery query, LiveRetries retries, long start)
{
    // Enough for a member to fall some seconds behind, and a bound on the memory of a group.
    private const int MostKept = 256,
        MostKeptBytes = 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<PlacedMessage> _kept = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _keptBytes;
    private long _keptAfter = start,
        _newestAfter = start,
        _end = start;
    private LivePage _newest = new([], start);
    private Exception? _failure;

    /// <summary>
    /// Whether it has stopped because its messages cannot be read. The next subscriber then starts a new group.
    /// </summary>
    public bool HasFailed => Volatile.Read(ref _failure) is not null;

    /// <summary>Executes new messages as they arrive, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var reader = new LiveReader(query, retries);
        try
        {
            while (true)
            {
                await query.Tail.WaitAsync(_end, cancellationToken);
                Add(await reader.ReadAsync(_end, cancellationToken));
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Fail(failure);
        }
    }

    /// <summary>One member's messages after a place.</summary>
    public async IAsyncEnumerable<LiveMessage> FromAsync(
        long place,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        LiveReader? own = null;
        while (true)
        {
            await MoreAsync(place).WaitAsync(cancellationToken);
            var page = Kept(place) ?? await (own ??= new(query, retries)).ReadAsync(place, cancellationToken);
            foreach (var (_, message) in page.Messages)
                yield return message;
            place = page.End;
        }
    }

    private void Add(LivePage page)
    {
        TaskCompletionSource woken;
        lock (_lock)
        {
            foreach (var message in page.Messages)
            {
                _kept.Enqueue(message);
                _keptBytes += message.Message.Result.Length;
            }

            while (_kept.Count > MostKept || _keptBytes > MostKeptBytes)
            {
                var gone = _kept.Dequeue();
                _keptBytes -= gone.Message.Result.Length;
                _keptAfter = gone.Place;
            }

            (_newestAfter, _end) = (Math.Max(_end, _keptAfter), page.End);
            _newest = KeptAfter(_newestAfter);
            (woken, _more) = (_more, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        woken.SetResult();
    }

    // Members first read what came before the failure; MoreAsync throws only when there is nothing left to read.
    private void Fail(Exception failure)
    {
        lock (_lock)
            _failure = failure;
        _more.SetResult();
    }

    private async Task MoreAsync(long place)
    {
        while (true)
        {
            Task more;
            lock (_lock)
            {
                if (_end > place)
                    return;
                if (_failure is not null)
                    throw _failure;
                more = _more.Task;
            }

            await more;
        }
    }

    private LivePage? Kept(long place)
    {
        lock (_lock)
        {
            // Nearly all members are up to date: they share this one page instead of each copying their own.
            if (place == _newestAfter)
                return _newest;
            return place < _keptAfter ? null : KeptAfter(place);
        }
    }

    private LivePage KeptAfter(long place) => new([.. _kept.Where(m => m.Place > place)], _end);
}
