namespace Cwa.Graph.Tests;

/// <summary>The system's clock, which a test can move forward instead of waiting.</summary>
public sealed class MovedClock : TimeProvider
{
    private long _ahead;
    private DateTimeOffset? _stoppedAt;

    public override DateTimeOffset GetUtcNow() => _stoppedAt ?? base.GetUtcNow().AddTicks(Volatile.Read(ref _ahead));

    public void MoveOn(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);

    /// <summary>Stops the clock, for good.</summary>
    public void Stop() => _stoppedAt = GetUtcNow();
}
