namespace Cwa.Model;

/// <summary>How a value is written in CSV.</summary>
internal static class CsvText
{
    /// <summary>The value, in quotes if it needs them.</summary>
    public static string Cell(string text) =>
        text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
