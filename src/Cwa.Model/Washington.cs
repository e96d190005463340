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
    /// The UTC instant at which a Washington day is over, the first one of the next day; the calendar's last has none.
    /// </summary>
    public static DateTime EndOf(DateOnly day) =>
        day == DateOnly.MaxValue
            ? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc)
            : At(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>The UTC instant of a time of day in Washington; in the hour that spring skips, an hour later.</summary>
    public static DateTime At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(local) ? local.AddHours(1) : local, Zone);
    }
}
