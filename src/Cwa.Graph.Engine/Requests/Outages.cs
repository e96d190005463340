using System.Collections.Concurrent;
using System.Diagnostics;

namespace Cwa.Graph.Engine;

/// <summary>
/// What happens while the database is away: for a moment, operations are tried again, and each cause is logged once a
/// minute.
/// </summary>
[Service]
public sealed partial class Outages(ILogger<Outages> log)
{
    private const int MostCauses = 100,
        MostTries = 5;

    // Short enough for a caller to wait. When it is over, operations fail at once, until one succeeds.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1.5),
        FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan OneLineEvery = TimeSpan.FromMinutes(1),
        Forgotten = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Cause> _causes = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _since,
        _last;
    private volatile bool _isAway;
    private RefusedWrites? _refused;

    /// <summary>Writes that were refused because the database is away; null after one that succeeded.</summary>
    public RefusedWrites? Refused => Volatile.Read(ref _refused);

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
        var text = CauseOf(fault);
        if (_causes.GetOrAdd(text, _ => new()).Count(now) is { } times)
            Away(log, text, times);
    }

    /// <summary>Notes that a write was refused because the database is away.</summary>
    public void NoteRefusedWrite(Exception fault) =>
        Volatile.Write(ref _refused, new(CauseOf(fault), Stopwatch.GetTimestamp()));

    /// <summary>Notes that something was written.</summary>
    public void NoteWrite()
    {
        if (_refused is not null)
            Volatile.Write(ref _refused, null);
    }

    /// <summary>Notes that an operation succeeded.</summary>
    public void NoteSuccess()
    {
        // Checked before it is written: writing on every operation would keep taking the cache line from other
        // processors.
        if (_isAway)
            _isAway = false;
    }

    /// <summary>
    /// Waits before another try; false if the database has been away so long that the caller should be told.
    /// </summary>
    /// <param name="attempt">How many times the operation has been tried.</param>
    public async Task<bool> IsWorthAnotherTryAsync(int attempt, CancellationToken cancellationToken)
    {
        var pause = FirstPause * (1 << Math.Min(attempt - 1, 4));
        long since;
        lock (_lock)
            since = _since;
        // On a full disk reads succeed while writes fail. Each read ends the outage, so only the tries tell how long it
        // has lasted.
        if (attempt >= MostTries || Stopwatch.GetElapsedTime(since) + pause > Moment)
            return false;

        await Task.Delay(pause, cancellationToken);
        return true;
    }

    private static string CauseOf(Exception fault) => fault.GetBaseException().Message.ReplaceLineEndings(" ");

    private sealed class Cause
    {
        private readonly Lock _lock = new();
        private long? _told;
        private int _times;

        /// <summary>
        /// Counts one more failure. Returns how many there were since the last log line, or null if that line is
        /// recent.
        /// </summary>
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
        Message = "The database is away ({Cause}). Callers get UNAVAILABLE. "
            + "Failures since this was last logged: {Times}."
    )]
    private static partial void Away(ILogger log, string cause, int times);
}

/// <summary>Writes that were refused while the database is away.</summary>
/// <param name="Cause">What the database said.</param>
/// <param name="At">When the newest was refused, on the clock of <see cref="Stopwatch"/>.</param>
public sealed record RefusedWrites(string Cause, long At);
