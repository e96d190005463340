using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GraphQLParser;

namespace Cwa.Graph.Engine;

/// <summary>Rewrites a document where its parser differs from the September 2025 edition.</summary>
/// <remarks>
/// The parser does not know escapes such as `\u{1F600}` in a string, looks for escapes in comments, and does not count
/// a carriage return alone as the end of a line.
/// </remarks>
internal static partial class SourceText
{
    private const string Escape = "\\u{";

    private static readonly SearchValues<char> Controls = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(code => (char)code).Except("\t\n\r"),
    ]);

    /// <summary>The document rewritten for the parser; everything outside of strings keeps its position.</summary>
    /// <exception cref="RequestError">There is a control character, or an escape that is not a character
    /// (GRAPHQL_PARSE_FAILED).</exception>
    public static string Read(string text)
    {
        if (text.AsSpan().IndexOfAny(Controls) is >= 0 and var control)
            throw Unreadable(
                text,
                control,
                $"the control character U+{(int)text[control]:X4} is not allowed. Leave it out"
            );
        if (text.Contains('\r', StringComparison.Ordinal))
            text = LoneReturn().Replace(text, "\n");
        if (!text.Contains('\\', StringComparison.Ordinal))
            return text;

        var read = new StringBuilder(text.Length);
        for (int at = 0, end; at < text.Length; at = end)
        {
            var isString = text[at] == '"' && !IsBlock(text, at);
            end = isString
                ? EndOfString(text, at)
                : text[at] switch
                {
                    '"' => EndOfBlock(text, at),
                    '#' => text.AsSpan(at).IndexOfAny('\n', '\r') is >= 0 and var length ? at + length : text.Length,
                    _ => at + 1,
                };
            if (isString)
                Append(read, text, at, end);
            else if (text[at] == '#')
                read.Append(' ', end - at);
            else
                read.Append(text, at, end - at);
        }

        return read.ToString();
    }

    /// <summary>Whether every surrogate has its other half beside it.</summary>
    public static bool IsWhole(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\ud800', '\udfff') is >= 0 and var half)
        {
            if (half + 1 == text.Length || !char.IsSurrogatePair(text[half], text[half + 1]))
                return false;
            text = text[(half + 2)..];
        }

        return true;
    }

    private static RequestError Unreadable(string text, int at, string why)
    {
        var place = Location.FromLinearPosition(text, at);
        return RequestError.Parse($"Syntax error at line {place.Line}, column {place.Column}: {why}.");
    }

    [GeneratedRegex("\r(?!\n)")]
    private static partial Regex LoneReturn();

    private static bool IsBlock(string text, int at) => string.CompareOrdinal(text, at, "\"\"\"", 0, 3) == 0;

    private static int EndOfBlock(string text, int at)
    {
        for (var next = at + 3; next < text.Length; next++)
        {
            if (IsBlock(text, next))
                return next + 3;
            if (text[next] == '\\' && IsBlock(text, next + 1))
                next += 3;
        }

        return text.Length;
    }

    // An unterminated string ends with its line; the parser then reports it.
    private static int EndOfString(string text, int at)
    {
        var next = at + 1;
        for (; next < text.Length && text[next] is not ('\n' or '\r'); next++)
        {
            if (text[next] == '"')
                return next + 1;
            if (text[next] == '\\')
                next++;
        }

        return Math.Min(next, text.Length);
    }

    private static void Append(StringBuilder read, string text, int at, int end)
    {
        var start = read.Length;
        for (var next = at; next < end; )
        {
            var escapes = text[next] == '\\' && next + 1 < end;
            if (!escapes || string.CompareOrdinal(text, next, Escape, 0, Escape.Length) != 0)
            {
                read.Append(text, next, escapes ? 2 : 1);
                next += escapes ? 2 : 1;
                continue;
            }

            var close = text.IndexOf('}', next, end - next);
            read.Append(Letter(text, next, close));
            next = close + 1;
        }

        read.Append(' ', Math.Max(0, end - at - (read.Length - start)));
    }

    private static string Letter(string text, int at, int close)
    {
        var digits = close < 0 ? "" : text.AsSpan(at + Escape.Length, close - at - Escape.Length);
        if (
            !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            || !Rune.IsValid(value)
        )
        {
            throw Unreadable(text, at, "this escape is not a character. Write one such as \\u{1F600}");
        }

        // A character that may not stand in a string unescaped keeps an escape.
        return value is >= ' ' and not ('"' or '\\') ? new Rune(value).ToString() : $"\\u{value:X4}";
    }
}
