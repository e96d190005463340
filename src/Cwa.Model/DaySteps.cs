namespace Cwa.Model;

/// <summary>
/// Steps from day to day that stop where the calendar does, on 0001-01-01 and 9999-12-31, and never fail.
/// </summary>
public static class DaySteps
{
    /// <summary>This many days later, or earlier when the number is negative.</summary>
    public static DateOnly Plus(this DateOnly day, int days) =>
        DateOnly.FromDayNumber((int)Math.Clamp((long)day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));

    /// <summary>
    /// This many months later, or earlier when the number is negative; on the month's last day where it has no such
    /// day.
    /// </summary>
    public static DateOnly PlusMonths(this DateOnly day, int months)
    {
        var number = (long)day.Year * 12 + day.Month - 1 + months;
        return number < 12 ? DateOnly.MinValue
            : number >= 10_000 * 12 ? DateOnly.MaxValue
            : day.AddMonths(months);
    }
}
