using System.Globalization;
using System.Text;

namespace Cwa.Model;

/// <summary>
/// The form in which text is stored for searching and for telling whether two names are the same, so that both databases agree. Case,
/// accents, the kind of an apostrophe, quotation mark or hyphen, runs of white space and invisible marks make no difference.
/// </summary>
public static class SearchText
{
    /// <summary>How many times longer than the text its form can be: one ligature becomes eighteen characters.</summary>
    internal const int MostExpansion = 18;

    /// <summary>Compatibility forms unified (NFKC), accents off, upper case, runs of white space made one space, none at the ends.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var unified = Ascii.IsValid(text) ? text : Unify(text);
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

    private static char Plain(char letter) => letter switch
    {
        '‘' or '’' or '‛' or 'ʼ' or 'ʹ' or '′' or '´' => '\'',
        '“' or '”' or '„' or '‟' or '″' => '"',
        '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
        _ => letter,
    };

    // Accents of Latin, Greek and Cyrillic letters. In other scripts such marks are letters.
    private static bool IsMark(char letter) =>
        letter is >= '\u0300' and <= '\u036F' or >= '\uFE00' and <= '\uFE0F' || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;
}
