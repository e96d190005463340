using System.Globalization;
using System.Text.Json;
using Cwa.Dashboard.Words;
using Microsoft.AspNetCore.Http;

namespace Cwa.Dashboard.Reading;

/// <summary>What an address asks for. A value that cannot be read is left out, and the page says so.</summary>
internal sealed class Asked(IQueryCollection query)
{
    private readonly List<string> _leftOut = [];

    /// <summary>A sentence for each value that was left out.</summary>
    public IReadOnlyList<string> LeftOut => _leftOut;

    /// <summary>The codes of an enum as the schema writes them: FACE_TO_FACE.</summary>
    public static IEnumerable<string> Codes<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(CodeOf);

    public static string CodeOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    /// <param name="most">The most characters that it may have.</param>
    public string? Text(string name, int most = 100)
    {
        var text = query[name].ToString().Trim();
        if (text.Length <= most && !text.Any(char.IsControl))
            return text.Length == 0 ? null : text;

        _leftOut.Add($"The value of “{name}” is too long or cannot be read. It was left out.");
        return null;
    }

    /// <summary>A day of the years 1900 to 2099.</summary>
    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and < 2100
        )
            return day;

        _leftOut.Add($"“{text}” is not a day such as 1998-11-01. It was left out.");
        return null;
    }

    /// <summary>The days `from` and `to`; without them, this year up to today.</summary>
    public (DateOnly From, DateOnly To) Year(DateOnly today)
    {
        var to = Day("to") ?? today;
        var from = Day("from") ?? Words.Month.Of(to).FirstOfYear.FirstDay;
        return (from < to ? from : to, to);
    }

    /// <summary>A month of the years 1900 to 2099.</summary>
    public Month? Month(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (Words.Month.TryParse(text, null, out var month) && month.Year is >= 1900 and < 2100)
            return month;

        _leftOut.Add($"“{text}” is not a month such as 1998-11. It was left out.");
        return null;
    }

    /// <summary>One of the codes that exist, in upper or lower case.</summary>
    /// <param name="example">What is expected: a state such as CA.</param>
    public string? Code(string name, IEnumerable<string> codes, string example)
    {
        if (Text(name) is not { } text)
            return null;
        if (codes.FirstOrDefault(code => code.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;

        _leftOut.Add($"“{text}” is not {example}. It was left out.");
        return null;
    }
}
