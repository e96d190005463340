using System.Buffers;

namespace Cwa.Values;

/// <summary>
/// Keeps a spreadsheet program from running a text of a CSV file as a formula, so that it can be taken back.
/// </summary>
/// <remarks>
/// An apostrophe goes before a text that begins with a formula sign, and before one that begins with apostrophes and
/// such a sign; so whoever takes one off has each text as it was.
/// </remarks>
public static class FormulaSign
{
    // Wide forms too: programs set to Chinese, Japanese or Korean take them for the signs.
    private static readonly SearchValues<char> Signs = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>The text as a CSV file holds it.</summary>
    public static string Guard(string text) => IsGuarded(text) ? "'" + text : text;

    /// <summary>The text that a CSV file holds.</summary>
    public static string Unguard(string cell) => cell is ['\'', ..] && IsGuarded(cell.AsSpan(1)) ? cell[1..] : cell;

    private static bool IsGuarded(ReadOnlySpan<char> text) =>
        text.TrimStart('\'') is [var first, ..] && Signs.Contains(first);
}
