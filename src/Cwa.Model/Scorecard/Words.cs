using System.Globalization;

namespace Cwa.Model;

/// <summary>How reasons write days, months and numbers.</summary>
internal static class Words
{
    /// <summary>16 March 1998.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The Washington day of an instant.</summary>
    public static string Day(DateTime instant) => Day(Washington.DateOf(instant));

    /// <summary>March 1998.</summary>
    public static string Month(ReportMonth month) => month.FirstDay.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>March 1998, April 1998 and 3 more.</summary>
    public static string Months(IReadOnlyList<ReportMonth> months) =>
        months switch
        {
            [var only] => Month(only),
            [var first, var second] => $"{Month(first)} and {Month(second)}",
            [var first, var second, ..] => $"{Month(first)}, {Month(second)} and {months.Count - 2} more",
            _ => "no month",
        };

    /// <summary>1,240.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>1 report, 2 reports.</summary>
    public static string Count(long number, string thing) => number == 1 ? $"1 {thing}" : $"{Number(number)} {thing}s";

    /// <summary>The only report, each of 2 reports.</summary>
    public static string Each(long number, string thing) =>
        number == 1 ? $"the only {thing}" : $"each of {Count(number, thing)}";

    /// <summary>63 percent; 0 percent if the whole is 0.</summary>
    public static string Percent(long part, long whole) =>
        whole == 0
            ? "0 percent"
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(100m * part / whole):0} percent");
}
