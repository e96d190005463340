using System.Buffers;
using System.Globalization;
using System.Text;

namespace Cwa.Model;

/// <summary>Whether a text can be an e-mail address. Only a delivered message proves that it is one.</summary>
public static class EmailAddress
{
    /// <summary>The form of an address, as a message explains it.</summary>
    public const string Expected =
        "An e-mail address has one @ between a name and a domain, such as pat@ssa.gov, and no spaces, brackets, "
        + "colons, quotation marks or invisible characters.";

    // The special characters of RFC 5322, except the dot and the @.
    private static readonly SearchValues<char> Specials = SearchValues.Create("()<>[]:;,\\\"");

    /// <summary>Whether the text has a name, one @ and a domain with a dot in it.</summary>
    public static bool IsPlausible(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 0 } domain]
        && domain.Split('.') is { Length: > 1 } labels
        && !labels.Any(label => label is "" or ['-', ..] or [.., '-'])
        && !text.AsSpan().ContainsAny(Specials)
        && !text.EnumerateRunes().Any(IsUnseen);

    private static bool IsUnseen(Rune letter) =>
        Rune.IsWhiteSpace(letter) || Rune.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
