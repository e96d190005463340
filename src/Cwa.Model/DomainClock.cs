namespace Cwa.Model;

/// <summary>
/// "Now" in the domain: deadlines, whether an event is past, when a report was submitted. Its date can be fixed.
/// </summary>
/// <remarks>Tokens, time-outs, the audit trail and every <c>RecordedAt</c> keep the system's clock.</remarks>
/// <param name="system">The system's clock, which gives the time of day, and the date as well unless it is
/// fixed.</param>
/// <param name="fixedDate">The Washington date that it always is; null for the system's.</param>
public sealed class DomainClock(TimeProvider system, DateOnly? fixedDate = null) : TimeProvider
{
    /// <summary>The date in Washington.</summary>
    public DateOnly Today => fixedDate ?? Washington.DateOf(Now);

    /// <summary>The instant, UTC.</summary>
    public DateTime Now => GetUtcNow().UtcDateTime;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var now = system.GetUtcNow();
        if (fixedDate is not { } date)
            return now;

        var timeOfDay = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Washington.Zone).DateTime);
        return new(Washington.At(date, timeOfDay));
    }
}
