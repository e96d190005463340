using System.Globalization;
using System.Text;

namespace Cwa.Model;

/// <summary>
/// The form in which texts are searched and names are compared, so that both databases agree. Case, accents, the kind
/// of apostrophe, quotation mark or hyphen, runs of white space and invisible characters make no difference.
/// </summary>
public static class SearchText
{
    /// <summary>How many characters one character can become: U+FDFA, a ligature, becomes eighteen.</summary>
    internal const int MostExpansion = 18;

    /// <summary>Texts are equal if their forms are.</summary>
    public static IEqualityComparer<string> Same { get; } =
        EqualityComparer<string>.Create(
            (one, other) => one is null || other is null ? one == other : Normalize(one) == Normalize(other),
            text => Normalize(text).GetHashCode(StringComparison.Ordinal)
        );

    /// <summary>The text in NFKC and upper case, without accents, with single spaces and none at the ends.</summary>
    public static string Normalize(string text)
    {
        // A search may contain what no stored text does. Half of a surrogate pair would make Normalize throw.
        var mended = PlainText.Mended(text);
        var unified = Ascii.IsValid(mended) ? mended : Unify(mended);
        return string.Join(' ', unified.ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Unify(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var letter in text)
            letters.Append(Plain(letter));
        var parts = letters.ToString().Normalize(NormalizationForm.FormKD);
        letters.Clear();
        foreach (var letter in parts.Where(letter => !IsMark(letter)))
        {
            if (letter is 'ß' or 'ẞ')
                letters.Append("ss");
            else
                letters.Append(Plain(letter));
        }

        return letters.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static char Plain(char letter) =>
        letter switch
        {
            '‘' or '’' or '‛' or 'ʼ' or 'ʹ' or '′' or '´' => '\'',
            '“' or '”' or '„' or '‟' or '″' => '"',
            '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
            _ => letter,
        };

    // Accents of Latin, Greek and Cyrillic letters, and invisible characters. In other scripts such marks are letters.
    private static bool IsMark(char letter) =>
        letter is >= '\u0300' and <= '\u036F' or >= '\uFE00' and <= '\uFE0F'
        || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
