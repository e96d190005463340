using System.Diagnostics;

namespace Cwa.Graph.Engine;

/// <summary>
/// Logs an outage of subscriptions in two lines: one when the first reader has to wait, one when none waits any more.
/// </summary>
/// <param name="calm">How long nothing may fail before the outage is over, so that failures now and then count as one
/// outage.</param>
/// <param name="log">The log.</param>
internal sealed partial class LiveOutage(TimeSpan calm, ILogger log)
{
    private readonly Lock _lock = new();
    private long _began,
        _lastFailed;
    private int _waiting,
        _tries;

    /// <summary>Notes that one more try failed.</summary>
    /// <param name="cause">Why it failed.</param>
    /// <param name="isFirst">Whether its reader only now begins to wait; such a reader calls <see cref="Leave"/> once
    /// when it stops waiting.</param>
    public void Failed(Exception cause, bool isFirst)
    {
        lock (_lock)
        {
            _lastFailed = Stopwatch.GetTimestamp();
            _waiting += isFirst ? 1 : 0;
            if (++_tries > 1)
                return;
            _began = _lastFailed;
        }

        var innermost = cause.GetBaseException();
        Began(log, innermost.GetType().Name, innermost.Message.ReplaceLineEndings(" "));
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(EndAsync);
    }

    /// <summary>Notes that a reader has stopped waiting.</summary>
    public void Leave()
    {
        lock (_lock)
            _waiting--;
    }

    private async Task EndAsync()
    {
        var (tries, took) = (0, TimeSpan.Zero);
        while (tries == 0)
        {
            await Task.Delay(calm);
            lock (_lock)
            {
                if (_waiting == 0 && Stopwatch.GetElapsedTime(_lastFailed) >= calm)
                    (tries, took, _tries) = (_tries, Stopwatch.GetElapsedTime(_began, _lastFailed), 0);
            }
        }

        Ended(log, tries, took.TotalSeconds);
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Subscriptions wait, since messages cannot be read for now, and try again. {Type}: {Cause}"
    )]
    private static partial void Began(ILogger log, string type, string cause);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Subscriptions wait no longer. {Tries} tries failed in {Seconds:F1} s."
    )]
    private static partial void Ended(ILogger log, int tries, double seconds);
}
