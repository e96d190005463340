using System.Globalization;
using System.Text.RegularExpressions;

namespace Cwa.Model;

/// <summary>
/// A year or one of its quarters as people write it: FY 1998, CY98, 1998, Q2 FY98, 1998 Q2, 2nd quarter 1998.
/// </summary>
/// <param name="Year">The year.</param>
/// <param name="Quarter">The quarter, 1–4; null for the whole year.</param>
/// <param name="IsFiscal">Whether the year is a fiscal one; null if the text does not say.</param>
internal sealed partial record WrittenPeriod(int Year, int? Quarter, bool? IsFiscal)
{
    private const int MostAhead = 20;

    public CoveredPeriod Covers => Quarter is null ? CoveredPeriod.Year : CoveredPeriod.Quarter;

    /// <summary>The period that a text names; null if it names none of these, such as a month.</summary>
    public static WrittenPeriod? Of(string text, DateOnly today)
    {
        if (text.Length > 40)
            return null;
        var quarter = QuarterPart().Match(text);
        var rest = quarter.Success ? text.Remove(quarter.Index, quarter.Length) : text;
        if (YearPart().Match(rest) is not { Success: true } year)
            return null;

        string kind = year.Groups[1].Value,
            figures = year.Groups[2].Value;
        if (Full(figures, today) is not { } full || (figures.Length < 4 && kind.Length == 0 && !quarter.Success))
            return null;
        return new(
            full,
            quarter.Success ? quarter.Groups.Values.Skip(1).First(group => group.Success).Value[0] - '0' : null,
            kind.Length == 0 ? null : kind[0] is 'F' or 'f'
        );
    }

    /// <summary>The period. The fiscal year 1998, and its first quarter, begin in October 1997.</summary>
    public FiguresPeriod Period(bool isFiscal) =>
        new(new ReportMonth(Year, 1).Plus(3 * (Quarter ?? 1) - 3 - (isFiscal ? 3 : 0)), Covers);

    private static int? Full(string figures, DateOnly today)
    {
        var year = int.Parse(figures, NumberStyles.None, CultureInfo.InvariantCulture);
        if (figures.Length == 4)
            return year > 1 ? year : null;
        var inCentury = today.Year / 100 * 100 + year;
        return inCentury > today.Year + MostAhead ? inCentury - 100 : inCentury;
    }

    [GeneratedRegex(
        @"\bQ(?:tr|uarter)?\.?\s*([1-4])\b|\b([1-4])\s*Q(?![a-z])|\b([1-4])(?:st|nd|rd|th)\s+q(?:uarter|tr)\b"
            + @"|(?<=\d)Q([1-4])\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex QuarterPart();

    [GeneratedRegex(
        @"^[\s,/-]*(?:(FY|fiscal\s+year|fiscal|CY|calendar\s+year|calendar)\s*)?'?(\d{4}|\d{2})[\s,/-]*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex YearPart();
}
