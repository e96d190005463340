using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cwa.Values;

/// <summary>
/// The one form in which text is stored, wherever it comes from: no white space at its ends, LF between its lines.
/// </summary>
/// <remarks>
/// Any Unicode character is allowed except noncharacters, unpaired surrogates, and control characters other than tab
/// and line break: they mean nothing to a reader, and JSON, XML, calendars or a database cannot carry them.
/// </remarks>
public static class PlainText
{
    // A surrogate has to be judged with the character beside it; everything else here is unwanted by itself.
    private static readonly SearchValues<char> Suspects = SearchValues.Create([
        .. Enumerable
            .Range(0, 0x10000)
            .Select(code => (char)code)
            .Where(letter =>
                (char.IsControl(letter) && letter is not ('\t' or '\n'))
                || char.IsSurrogate(letter)
                || IsNoncharacter(letter)
            ),
    ]);

    /// <summary>
    /// The text in its stored form. Unwanted characters stay in, for <see cref="FirstUnwanted"/> to find.
    /// </summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.Trim();
        return trimmed.Contains('\r')
            ? trimmed.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : trimmed;
    }

    /// <summary>
    /// Whether there is nothing to read in the text: it is empty, or all white space, invisible characters and
    /// combining marks.
    /// </summary>
    public static bool IsEmpty(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !IsMark(Rune.GetUnicodeCategory(rune)))
                return false;
        }

        return true;
    }

    /// <summary>The first character that stored text cannot contain; null when there is no such character.</summary>
    public static UnwantedCharacter? FirstUnwanted(string text)
    {
        for (var at = 0; text.AsSpan(at).IndexOfAny(Suspects) is >= 0 and var next; )
        {
            at += next;
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) != OperationStatus.Done)
                return new(text[at], at + 1);
            if (length == 1 || IsNoncharacter(rune.Value))
                return new(rune.Value, at + 1);
            at += length;
        }

        return null;
    }

    /// <summary>
    /// The text in its stored form, with U+FFFD for each unwanted character: for text whose author cannot be asked to
    /// correct it.
    /// </summary>
    public static string Mended(string text)
    {
        var plain = Of(text);
        if (FirstUnwanted(plain) is null)
            return plain;

        var mended = new StringBuilder(plain.Length);
        foreach (var rune in plain.EnumerateRunes())
            mended.Append(FirstUnwanted(rune.ToString()) is null ? rune.ToString() : Rune.ReplacementChar.ToString());
        return mended.ToString();
    }

    /// <summary>
    /// The text, or as much of it as fits with an ellipsis; never cuts through a character as a reader sees it.
    /// </summary>
    public static string Shortened(string text, int most)
    {
        if (text.Length <= most)
            return text;

        var fits = 0;
        for (var next = 0; fits + next < most; next = StringInfo.GetNextTextElementLength(text.AsSpan(fits)))
            fits += next;
        return $"{text.AsSpan(0, fits)}…";
    }

    private static bool IsMark(UnicodeCategory category) =>
        category
            is UnicodeCategory.Format
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    private static bool IsNoncharacter(int code) => code is >= 0xFDD0 and <= 0xFDEF || (code & 0xFFFE) == 0xFFFE;
}

/// <summary>A character that stored text cannot contain, and where it is.</summary>
/// <param name="Code">Its Unicode code point.</param>
/// <param name="Position">Its place in the text, counted from 1 in UTF-16 code units.</param>
public readonly record struct UnwantedCharacter(int Code, int Position)
{
    /// <summary>Its code point as Unicode writes it, such as U+0007.</summary>
    public string Name => $"U+{Code:X4}";

    /// <summary>What it is and where, as the end of a sentence.</summary>
    public override string ToString() => $"{Name}, {Kind}, at position {Position}";

    private string Kind =>
        Code switch
        {
            >= 0xD800 and <= 0xDFFF => "half of a character",
            < 0xA0 => "a control character",
            _ => "which is no character",
        };
}
