using System.Buffers;

namespace Cwa.Values;

/// <summary>
/// Keeps spreadsheet programs from running text in a CSV file as a formula, and can be undone exactly.
/// </summary>
/// <remarks>
/// Text that begins with a formula sign gets an apostrophe in front. So does text that begins with apostrophes and then
/// such a sign: otherwise nobody could tell which apostrophe to remove when the file is read.
/// </remarks>
public static class FormulaSign
{
    // Full-width forms too: programs set to Chinese, Japanese or Korean take them for the same signs.
    private static readonly SearchValues<char> Signs = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    /// <summary>The text as a CSV file holds it.</summary>
    public static string Guard(string text) => IsGuarded(text) ? "'" + text : text;

    /// <summary>The text that a cell of a CSV file stands for.</summary>
    public static string Unguard(string cell) => cell is ['\'', ..] && IsGuarded(cell.AsSpan(1)) ? cell[1..] : cell;

    private static bool IsGuarded(ReadOnlySpan<char> text) =>
        text.TrimStart('\'') is [var first, ..] && Signs.Contains(first);
}
