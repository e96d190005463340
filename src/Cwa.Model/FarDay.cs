namespace Cwa.Model;

/// <summary>A day so far from today that its year is probably a typing error.</summary>
public static class FarDay
{
    // Longer ago than anything that agencies report, such as a process that has been in place for decades.
    private const int Years = 50;

    /// <summary>The warning about a far day, in a mutation or a file; null for any other day.</summary>
    public static string? Warning(DateOnly day, DateOnly today) =>
        Math.Abs(day.Year - today.Year) > Years
            ? $"{day:yyyy-MM-dd} is more than {Years} years from today. Check the year."
            : null;
}
