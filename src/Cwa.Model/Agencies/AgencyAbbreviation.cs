using System.Buffers;

namespace Cwa.Model;

/// <summary>The shape of an agency's abbreviation: every path, list and file can carry it.</summary>
public static class AgencyAbbreviation
{
    /// <summary>The longest one.</summary>
    public const int Longest = 16;

    /// <summary>What one is, as a sentence.</summary>
    public const string Expected =
        "An abbreviation has 1 to 16 letters, digits and hyphens, and begins with a letter or digit, "
        + "such as SSA or DOD-AR.";

    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"
    );

    /// <summary>Whether the text is of the shape.</summary>
    public static bool IsOne(string text) =>
        text.Length is >= 1 and <= Longest && text[0] != '-' && !text.AsSpan().ContainsAnyExcept(Letters);
}
