using System.Globalization;
using System.Text.RegularExpressions;

namespace Cwa.Values;

/// <summary>
/// Days and months as people write them: 1998-04-21, 4/21/98, 21-Apr-98, Tuesday, April 21, 1998, Apr-98. A time after
/// the day is passed over.
/// </summary>
public static partial class WrittenDay
{
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];
    private static readonly string[] Days = CultureInfo.InvariantCulture.DateTimeFormat.DayNames;

    /// <summary>How far ahead a year of two figures may be, before it is one of the century before.</summary>
    private const int MostAhead = 20;

    /// <summary>Reads a day.</summary>
    /// <param name="text">The text.</param>
    /// <param name="order">What stands first where both can.</param>
    /// <param name="today">The day by which years of two figures are understood.</param>
    /// <param name="day">The day.</param>
    public static bool TryDay(string text, DateOrder order, DateOnly today, out DateOnly day)
    {
        if (ValueText.TryDay(text, out day))
            return true;
        var said = WithoutTime(text);
        return ValueText.TryDay(said, out day)
            || TryFigures(said, order, today, out day)
            || TryFigures(said, order == DateOrder.MDY ? DateOrder.DMY : DateOrder.MDY, today, out day)
            || TryWords(said, today, out day);
    }

    /// <summary>
    /// The orders in which the text is a day: both of 4/5/1998, one of 4/21/1998, none of 1998-04-21 and of no day.
    /// </summary>
    public static (bool MonthFirst, bool DayFirst) OrdersOf(string text)
    {
        if (text.Length < 6 || text[0] > '9' || !Figures().IsMatch(WithoutTime(text)))
            return (false, false);
        var said = WithoutTime(text);
        var today = new DateOnly(2000, 1, 1);
        var monthFirst = TryFigures(said, DateOrder.MDY, today, out var one);
        var dayFirst = TryFigures(said, DateOrder.DMY, today, out var other);
        // 5/5/1998 is the same day either way.
        return monthFirst && dayFirst && one == other ? (false, false) : (monthFirst, dayFirst);
    }

    /// <summary>Reads a month, or the month of a day.</summary>
    public static bool TryMonth(string text, DateOrder order, DateOnly today, out DateOnly first)
    {
        first = default;
        if (TryDay(text, order, today, out var day))
            first = new(day.Year, day.Month, 1);
        else if (YearMonth().Match(text) is { Success: true } yearFirst)
            return TryMonth(yearFirst.Groups[1].Value, yearFirst.Groups[2].Value, today, out first);
        else if (MonthYear().Match(text) is { Success: true } monthFirst)
            return TryMonth(monthFirst.Groups[2].Value, monthFirst.Groups[1].Value, today, out first);
        else if (Parts(text) is [var one, var other])
            return MonthOf(one) is { } month
                ? TryMonth(other, $"{month}", today, out first)
                : MonthOf(other) is { } last && TryMonth(one, $"{last}", today, out first);
        return first != default;
    }

    private static bool TryMonth(string year, string month, DateOnly today, out DateOnly first)
    {
        first = default;
        return Number(month) is { } m && YearOf(year, today) is { } y && TryDate(y, m, 1, out first);
    }

    private static bool TryFigures(string text, DateOrder order, DateOnly today, out DateOnly day)
    {
        day = default;
        if (Figures().Match(text) is not { Success: true } match)
            return false;
        string first = match.Groups[1].Value,
            second = match.Groups[3].Value,
            last = match.Groups[4].Value;
        // 1998/4/21
        if (first.Length == 4)
            return last.Length <= 2
                && TryDate(Number(first)!.Value, Number(second)!.Value, Number(last)!.Value, out day);
        if (first.Length > 2 || YearOf(last, today) is not { } year)
            return false;
        var (month, inMonth) = order == DateOrder.MDY ? (first, second) : (second, first);
        return TryDate(year, Number(month)!.Value, Number(inMonth)!.Value, out day);
    }

    private static bool TryWords(string text, DateOnly today, out DateOnly day)
    {
        day = default;
        var parts = Parts(text).Where(part => !IsStart(part, Days)).ToList();
        if (parts is not [var first, var second, var last] || YearOf(last, today) is not { } year)
            return false;
        if (MonthOf(first) is { } month)
            return Number(Ordinal().Replace(second, "")) is { } after && TryDate(year, month, after, out day);
        return MonthOf(second) is { } middle
            && Number(Ordinal().Replace(first, "")) is { } before
            && TryDate(year, middle, before, out day);
    }

    private static bool TryDate(int year, int month, int day, out DateOnly date)
    {
        var exists = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1;
        exists = exists && day <= DateTime.DaysInMonth(year, month);
        date = exists ? new(year, month, day) : default;
        return exists;
    }

    private static int? YearOf(string text, DateOnly today)
    {
        if (Number(text.TrimStart('\'')) is not { } year || text.Length > 4)
            return null;
        if (text.Length == 4)
            return year;
        if (text.TrimStart('\'').Length != 2)
            return null;
        var century = today.Year / 100 * 100;
        var inCentury = century + year;
        return inCentury > today.Year + MostAhead ? inCentury - 100
            : inCentury <= today.Year + MostAhead - 100 ? inCentury + 100
            : inCentury;
    }

    private static int? MonthOf(string part) =>
        Array.FindIndex(Months, month => IsStart(part, month)) is >= 0 and var at ? at + 1 : null;

    private static bool IsStart(string part, string[] names) => Array.Exists(names, name => IsStart(part, name));

    // Sept is written with four letters.
    private static bool IsStart(string part, string name) =>
        part.Length >= 3 && name.StartsWith(part, StringComparison.OrdinalIgnoreCase);

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string[] Parts(string text) =>
        text.Length > 40 ? [] : text.Split([' ', ',', '-', '.', '/'], StringSplitOptions.RemoveEmptyEntries);

    private static string WithoutTime(string text) => text.Length > 60 ? text : Time().Replace(text, "");

    [GeneratedRegex(@"^(\d{1,4})([/.\-])(\d{1,2})\2(\d{1,4})$")]
    private static partial Regex Figures();

    [GeneratedRegex(@"^(\d{4})(?:[/.\- ]|(?=\d\d$))(\d{1,2})$")]
    private static partial Regex YearMonth();

    [GeneratedRegex(@"^(\d{1,2})[/.\- ](\d{4}|\d{2})$")]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"(?<=^\d{1,2})(st|nd|rd|th)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?:,? +|T)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]\.?m\.?)?Z?$", RegexOptions.IgnoreCase)]
    private static partial Regex Time();
}
