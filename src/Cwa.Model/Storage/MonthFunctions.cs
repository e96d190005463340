namespace Cwa.Model;

/// <summary>Month functions that work in queries.</summary>
public static class MonthFunctions
{
    /// <summary>The previous month.</summary>
    public static ReportMonth Before(ReportMonth month) => month.Previous;

    /// <summary>The number of a month: 199804 for April 1998.</summary>
    public static int Number(ReportMonth month) => month.Number;
}
