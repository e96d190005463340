namespace Cwa.Model;

/// <summary>
/// The clock by which deadlines, past events and times of submission are judged. Its date can be fixed.
/// </summary>
/// <remarks>Tokens, time-outs, the audit trail and every <c>RecordedAt</c> use the system's clock.</remarks>
/// <param name="system">The system's clock, which gives the time of day, and the date unless that is fixed.</param>
/// <param name="fixedDate">The fixed date in Washington; null for the system's date.</param>
public sealed class DomainClock(TimeProvider system, DateOnly? fixedDate = null) : TimeProvider
{
    /// <summary>The date in Washington.</summary>
    public DateOnly Today => Washington.DateOf(Now);

    /// <summary>The instant, in UTC.</summary>
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
