using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cwa.Model;

/// <summary>A calendar month that a report or a figure covers, such as 1998-04.</summary>
public readonly record struct ReportMonth : IComparable<ReportMonth>, IParsable<ReportMonth>
{
    private readonly short _year;
    private readonly byte _month;

    /// <exception cref="ArgumentOutOfRangeException">The year is not 1–9999 or the month not 1–12.</exception>
    public ReportMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 9999);
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        (_year, _month) = ((short)year, (byte)month);
    }

    /// <summary>The year, 1–9999.</summary>
    public int Year => _year;

    /// <summary>The month of the year, 1–12.</summary>
    public int Month => _month;

    /// <summary>The month as one number in calendar order, 199804 for April 1998.</summary>
    public int Number => Year * 100 + Month;

    /// <summary>The month's first day.</summary>
    public DateOnly FirstDay => new(Year, Month, 1);

    /// <summary>The month's last day.</summary>
    public DateOnly LastDay => new(Year, Month, DateTime.DaysInMonth(Year, Month));

    /// <summary>The month after this one. The last month, 9999-12, is its own successor.</summary>
    public ReportMonth Next => Plus(1);

    /// <summary>The month before this one. The first month, 0001-01, is its own predecessor.</summary>
    public ReportMonth Previous => Plus(-1);

    /// <summary>The month that contains the day.</summary>
    public static ReportMonth Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>The month of a <see cref="Number"/>.</summary>
    public static ReportMonth FromNumber(int number) => new(number / 100, number % 100);

    /// <exception cref="FormatException">The text is not of the form 1998-04.</exception>
    public static ReportMonth Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException(ValueText.Not(text, ValueText.Month));

    /// <summary>Reads a month that is written exactly as 1998-04.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ReportMonth month)
    {
        month = default;
        if (!DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;

        month = Of(day);
        return true;
    }

    static ReportMonth IParsable<ReportMonth>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<ReportMonth>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out ReportMonth result
    ) => TryParse(s, out result);

    /// <summary>The months from this one through the last, both included; none if the last is earlier.</summary>
    public IEnumerable<ReportMonth> Through(ReportMonth last)
    {
        if (this > last)
            yield break;

        // Stopping at `<=` would loop forever: the calendar's last month is its own successor.
        for (var month = this; month < last; month = month.Next)
            yield return month;
        yield return last;
    }

    /// <summary>
    /// This many months later, or earlier if the number is negative; never beyond 0001-01 or 9999-12.
    /// </summary>
    public ReportMonth Plus(int months)
    {
        var (year, month) = Math.DivRem((int)Math.Clamp((long)Year * 12 + Month - 1 + months, 12, 9999 * 12 + 11), 12);
        return new(year, month + 1);
    }

    /// <summary>How many months later than this one the other is; negative if it is earlier.</summary>
    public int MonthsUntil(ReportMonth other) => (other.Year - Year) * 12 + other.Month - Month;

    /// <summary>Whether the day is in this month.</summary>
    public bool Contains(DateOnly day) => Of(day) == this;

    /// <summary>Whether any day of the period, both ends included, is in this month.</summary>
    public bool Touches(DateOnly from, DateOnly to) => from <= LastDay && to >= FirstDay;

    /// <inheritdoc/>
    public int CompareTo(ReportMonth other) => Number.CompareTo(other.Number);

    /// <summary>The month as 1998-04.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}");

    /// <summary>Earlier than.</summary>
    public static bool operator <(ReportMonth left, ReportMonth right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(ReportMonth left, ReportMonth right) => left.CompareTo(right) > 0;

    /// <summary>Earlier than, or the same.</summary>
    public static bool operator <=(ReportMonth left, ReportMonth right) => left.CompareTo(right) <= 0;

    /// <summary>Later than, or the same.</summary>
    public static bool operator >=(ReportMonth left, ReportMonth right) => left.CompareTo(right) >= 0;
}
