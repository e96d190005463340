namespace Cwa.Model.Tests;

public sealed class DomainClockTests
{
    [Fact]
    public void A_fixed_date_keeps_the_systems_time_of_day_in_Washington()
    {
        var clock = new DomainClock(new Stopped(new(2026, 7, 1, 3, 30, 0, TimeSpan.Zero)), new(1998, 11, 16));

        Assert.Equal(new(1998, 11, 16), clock.Today);
        // 23:30 in Washington, in winter.
        Assert.Equal(new DateTime(1998, 11, 17, 4, 30, 0, DateTimeKind.Utc), clock.Now);
    }

    [Fact]
    public void Without_a_fixed_date_the_time_is_the_systems()
    {
        var now = new DateTimeOffset(2026, 7, 1, 3, 30, 0, TimeSpan.Zero);

        var clock = new DomainClock(new Stopped(now));

        Assert.Equal(now, clock.GetUtcNow());
        Assert.Equal(new(2026, 6, 30), clock.Today);
    }

    [Fact]
    public void A_time_in_the_hour_skipped_in_spring_becomes_an_hour_later()
    {
        var clock = new DomainClock(new Stopped(new(2026, 1, 5, 7, 30, 0, TimeSpan.Zero)), new(1998, 4, 5));

        Assert.Equal(new(1998, 4, 5), clock.Today);
        // 2:30 there is none of; it is 3:30 in daylight time.
        Assert.Equal(new DateTime(1998, 4, 5, 7, 30, 0, DateTimeKind.Utc), clock.Now);
    }

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
