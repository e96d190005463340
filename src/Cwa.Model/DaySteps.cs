namespace Cwa.Model;

/// <summary>Date arithmetic that stops at 0001-01-01 and 9999-12-31 instead of failing.</summary>
public static class DaySteps
{
    /// <summary>This many days later, or earlier if the number is negative.</summary>
    public static DateOnly Plus(this DateOnly day, int days) =>
        DateOnly.FromDayNumber((int)Math.Clamp((long)day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));

    /// <summary>
    /// This many months later, or earlier if the number is negative; on the last day of a month that is too short.
    /// </summary>
    public static DateOnly PlusMonths(this DateOnly day, int months)
    {
        var number = (long)day.Year * 12 + day.Month - 1 + months;
        return number < 12 ? DateOnly.MinValue
            : number >= 10_000 * 12 ? DateOnly.MaxValue
            : day.AddMonths(months);
    }
}
