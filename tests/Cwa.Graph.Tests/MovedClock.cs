namespace Cwa.Graph.Tests;

/// <summary>The system's clock, which a test can move forward instead of waiting.</summary>
public sealed class MovedClock : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Volatile.Read(ref _ahead));

    public void MoveOn(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);
}
