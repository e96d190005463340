using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cwa.Values;

/// <summary>
/// The one form in which text is kept, whichever way it comes in: no white space at its ends, LF between its lines.
/// </summary>
/// <remarks>
/// All of Unicode is text but for control characters other than tab and line break, noncharacters and halves of
/// surrogate pairs: those say nothing to a reader, and JSON, XML, calendars or a database cannot carry them.
/// </remarks>
public static class PlainText
{
    // Half of a pair and the last two of a plane are looked at more closely; all else that is here is unwanted.
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
    /// The text in the form in which it is kept. A character that no text can have stays, to be found.
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
    /// Whether nothing can be read in the text: it is empty, or all white space, marks without width, and marks that
    /// combine with a letter.
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

    /// <summary>The first character that no text can have; null when the text is sound.</summary>
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
    /// The text in its form, with U+FFFD in place of what no text can have: for what others say and nobody can be
    /// asked.
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
    /// The text, or its beginning and an ellipsis where it is longer than this; no character a reader sees is torn.
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

/// <summary>A character that no text can have, and where it stands.</summary>
/// <param name="Code">Its code in Unicode.</param>
/// <param name="Position">Where it is in the text, from 1, in UTF-16 code units.</param>
public readonly record struct UnwantedCharacter(int Code, int Position)
{
    /// <summary>Its code as Unicode writes it, such as U+0007.</summary>
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
