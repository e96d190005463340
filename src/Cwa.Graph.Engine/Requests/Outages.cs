using System.Collections.Concurrent;
using System.Diagnostics;

namespace Cwa.Graph.Engine;

/// <summary>
/// What is done while the database is away: operations are tried again for a moment, and the log says why, once.
/// </summary>
[Service]
public sealed partial class Outages(ILogger<Outages> log)
{
    private const int MostCauses = 100;

    // A moment is over sooner than a caller loses patience. After it each operation is told at once, until one
    // succeeds.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1.5),
        FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan OneLineEvery = TimeSpan.FromMinutes(1),
        Forgotten = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Cause> _causes = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _since,
        _last;
    private volatile bool _isAway;

    /// <summary>Notes that an operation failed because the database is away.</summary>
    public void Note(Exception fault)
    {
        var now = Stopwatch.GetTimestamp();
        lock (_lock)
        {
            if (!_isAway || Stopwatch.GetElapsedTime(_last, now) > Forgotten)
                _since = now;
            (_isAway, _last) = (true, now);
        }

        if (_causes.Count >= MostCauses)
            _causes.Clear();
        var text = fault.GetBaseException().Message.ReplaceLineEndings(" ");
        if (_causes.GetOrAdd(text, _ => new()).Count(now) is { } times)
            Away(log, text, times);
    }

    /// <summary>Notes that an operation succeeded.</summary>
    public void NoteSuccess()
    {
        // Read first: a write would take the line from other processors at every operation.
        if (_isAway)
            _isAway = false;
    }

    /// <summary>
    /// Waits before another try; false when the database has been away for so long that the caller is told.
    /// </summary>
    /// <param name="attempt">How often it was tried.</param>
    public async Task<bool> IsWorthAnotherTryAsync(int attempt, CancellationToken cancellationToken)
    {
        var pause = FirstPause * (1 << Math.Min(attempt - 1, 4));
        long since;
        lock (_lock)
            since = _since;
        if (Stopwatch.GetElapsedTime(since) + pause > Moment)
            return false;

        await Task.Delay(pause, cancellationToken);
        return true;
    }

    private sealed class Cause
    {
        private readonly Lock _lock = new();
        private long? _told;
        private int _times;

        /// <summary>How often it came since the last line; null while that line is young.</summary>
        public int? Count(long now)
        {
            lock (_lock)
            {
                _times++;
                if (_told is { } told && Stopwatch.GetElapsedTime(told, now) < OneLineEvery)
                    return null;

                var times = _times;
                (_told, _times) = (now, 0);
                return times;
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The database is away ({Cause}). Callers are told UNAVAILABLE. "
            + "Times since this was last said: {Times}."
    )]
    private static partial void Away(ILogger log, string cause, int times);
}
