using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cwa.Dashboard.Words;

/// <summary>A month, as `YearMonth` of the schema writes it: 1998-11.</summary>
[JsonConverter(typeof(MonthConverter))]
public readonly record struct Month(int Year, int Number) : IParsable<Month>
{
    /// <summary>The first month of which a report was asked.</summary>
    public static readonly Month First = new(1998, 3);

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>The month in an address; this month if there is none, or none of which a report is asked.</summary>
    public static Month Asked(string? text, DateOnly today) =>
        TryParse(text, null, out var asked) && !(asked < First) && asked.Year < DateOnly.MaxValue.Year
            ? asked
            : Of(today);

    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => FirstDay.AddMonths(1).AddDays(-1);

    /// <summary>The first month of the year of which a report was asked.</summary>
    public Month FirstOfYear => Year == First.Year ? First : new(Year, 1);

    public Month LastOfYear => new(Year, 12);

    public Month Plus(int months) => Of(FirstDay.AddMonths(months));

    public static bool operator <(Month month, Month other) => month.FirstDay < other.FirstDay;

    public static bool operator >(Month month, Month other) => other < month;

    public override string ToString() => FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static Month Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var month) ? month : throw new FormatException($"{s} is not a month.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Month result)
    {
        var isMonth = DateOnly.TryParseExact(
            s + "-01",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        );
        result = Of(day);
        return isMonth;
    }
}

internal sealed class MonthConverter : JsonConverter<Month>
{
    public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Month.Parse(reader.GetString()!, null);

    public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
