namespace Cwa.Model;

/// <summary>
/// The calendar on which the memorandum's dates are judged: an instant is on time by its date in Washington.
/// </summary>
public static class Washington
{
    /// <summary>The time zone of the nation's capital, America/New_York.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>The Washington date of a UTC instant: 1998-03-17T03:30Z is still 16 March.</summary>
    public static DateOnly DateOf(DateTime instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Require.Utc(instant), Zone));

    /// <summary>
    /// The UTC instant at which a Washington day is over and the next begins; for 9999-12-31 the last instant there is.
    /// </summary>
    public static DateTime EndOf(DateOnly day) =>
        day == DateOnly.MaxValue
            ? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc)
            : At(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>
    /// The UTC instant of a time of day in Washington. A time that is skipped in spring counts as an hour later.
    /// </summary>
    public static DateTime At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(local) ? local.AddHours(1) : local, Zone);
    }
}
