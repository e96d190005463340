namespace Cwa.Graph.Engine;

/// <summary>
/// All who ask the same and may see the same: each message is executed once for them, and the newest are kept for a
/// while.
/// </summary>
/// <remarks>
/// Each member reads at its own speed. One that falls behind what is kept reads by itself until it has caught up.
/// </remarks>
internal sealed class LiveGroup(LiveQuery query, LiveRetries retries, long start)
{
    // Enough for a member to be late by some seconds, and a bound on what a group can hold.
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
    /// Whether it reads nothing more, since its messages cannot be read. Whoever comes then begins another.
    /// </summary>
    public bool HasFailed => Volatile.Read(ref _failure) is not null;

    /// <summary>Executes new messages as they come, until it is cancelled.</summary>
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

    /// <summary>The messages after a place, for one member.</summary>
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

    // Who has not read all that came before reads that first.
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
            // Nearly all members are up to date, and are told the same.
            if (place == _newestAfter)
                return _newest;
            return place < _keptAfter ? null : KeptAfter(place);
        }
    }

    private LivePage KeptAfter(long place) => new([.. _kept.Where(m => m.Place > place)], _end);
}
