using System.Buffers;

namespace Cwa.Model;

/// <summary>The form of an agency's abbreviation, which fits in every URL path, list and file.</summary>
public static class AgencyAbbreviation
{
    /// <summary>The most characters that an abbreviation has.</summary>
    public const int Longest = 16;

    /// <summary>The form of an abbreviation, as a message explains it.</summary>
    public const string Expected =
        "An abbreviation has 1 to 16 letters, digits and hyphens, and begins with a letter or digit, "
        + "such as SSA or DOD-AR.";

    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"
    );

    /// <summary>Whether the text has this form.</summary>
    public static bool IsOne(string text) =>
        text.Length is >= 1 and <= Longest && text[0] != '-' && !text.AsSpan().ContainsAnyExcept(Letters);
}
