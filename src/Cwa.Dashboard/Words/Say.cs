using System.Globalization;

namespace Cwa.Dashboard.Words;

/// <summary>Numbers, days, months and languages as a person reads them.</summary>
internal static class Say
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>16 November 1998</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>16 Nov</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMM", English);

    /// <summary>1998-11-16, as addresses and the schema write it</summary>
    public static string Iso(DateOnly day) => day.ToString("O", English);

    /// <summary>from 1 March 1998 to 16 November 1998, or on a day</summary>
    public static string Period(DateOnly first, DateOnly last) =>
        first == last ? $"on {Day(first)}" : $"from {Day(first)} to {Day(last)}";

    /// <summary>April 1998, or October 1997 to September 1998</summary>
    public static string Months(Month first, Month last) =>
        first == last ? Month(first) : $"{Month(first)} to {Month(last)}";

    /// <summary>November 1998</summary>
    public static string Month(Month month) => month.FirstDay.ToString("MMMM yyyy", English);

    /// <summary>November</summary>
    public static string MonthName(Month month) => month.FirstDay.ToString("MMMM", English);

    /// <summary>Nov</summary>
    public static string ShortMonth(Month month) => month.FirstDay.ToString("MMM", English);

    /// <summary>8:28 a.m.</summary>
    public static string Time(DateTimeOffset instant)
    {
        var time = Washington(instant);
        return $"{time.ToString("h:mm", English)} {(time.Hour < 12 ? "a.m." : "p.m.")}";
    }

    /// <summary>The day in Washington on which an instant falls.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Washington(instant).DateTime);

    /// <summary>59,456</summary>
    public static string Number(long number) => number.ToString("N0", English);

    /// <summary>24.0</summary>
    public static string Number(double number, int decimals) => number.ToString($"N{decimals}", English);

    /// <summary>99.5, with at most two decimals</summary>
    public static string Figure(double number) => number.ToString("#,0.##", English);

    /// <summary>59k, where a place is small.</summary>
    public static string Short(double number) =>
        number switch
        {
            >= 9_950_000 => $"{Number(number / 1_000_000, 0)}m",
            >= 999_500 => $"{Number(number / 1_000_000, 1)}m",
            >= 9_950 => $"{Number(number / 1_000, 0)}k",
            >= 1_000 => $"{Number(number / 1_000, 1)}k",
            _ => Number(number, 0),
        };

    /// <summary>one event, 5 events</summary>
    public static string Count(long number, string one, string? many = null) =>
        number == 1 ? $"one {one}" : $"{Number(number)} {many ?? one + "s"}";

    /// <summary>One event, 5 events, where a sentence begins.</summary>
    public static string Opening(long number, string one, string? many = null) => Capital(Count(number, one, many));

    /// <summary>is, where a sentence is about one; are, where it is about more or none.</summary>
    public static string Is(long number) => number == 1 ? "is" : "are";

    /// <summary>has, or have</summary>
    public static string Has(long number) => number == 1 ? "has" : "have";

    /// <summary>A language, such as Spanish for `es`; its code if that is all that is known.</summary>
    public static string Language(string code)
    {
        try
        {
            return CultureInfo.GetCultureInfo(code).EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    /// <summary>Town hall, for the code TOWN_HALL.</summary>
    public static string Code(string code)
    {
        var words = code.Replace('_', ' ').ToLowerInvariant().Replace("tv ", "TV ", StringComparison.Ordinal);
        return Capital(words);
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static DateTimeOffset Washington(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, WashingtonZone);

    private static readonly TimeZoneInfo WashingtonZone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
}
