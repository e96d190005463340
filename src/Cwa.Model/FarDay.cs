namespace Cwa.Model;

/// <summary>A day so far from today that its year is more likely a slip than meant.</summary>
public static class FarDay
{
    // The oldest facts that agencies report, such as a process in place for decades, are younger than this.
    private const int Years = 50;

    /// <summary>What is odd about a day, whether a mutation or a file brings it; null where nothing is.</summary>
    public static string? Warning(DateOnly day, DateOnly today) =>
        Math.Abs(day.Year - today.Year) > Years
            ? $"{day:yyyy-MM-dd} is more than {Years} years from today. Check the year."
            : null;
}
