using System.Text;

namespace Cwa.Model;

/// <summary>The form in which text is stored for searching, so that both databases find the same rows whatever the case.</summary>
public static class SearchText
{
    /// <summary>How many times longer than the text its form can be: one ligature becomes eighteen characters.</summary>
    internal const int MostExpansion = 18;

    /// <summary>Compatibility forms unified (NFKC), upper case, runs of white space made one space, none at the ends.</summary>
    public static string Normalize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var unified = text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        return string.Join(' ', unified.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
