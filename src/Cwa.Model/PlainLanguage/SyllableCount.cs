using System.Text.RegularExpressions;

namespace Cwa.Model;

/// <summary>Estimates a word's syllables from its English spelling. In running text the errors cancel out.</summary>
internal static partial class SyllableCount
{
    public static int Of(string word)
    {
        var letters = word.ToLowerInvariant();
        return Math.Max(1, VowelGroup().Count(letters) - SilentVowel().Count(letters) + SplitGroup().Count(letters));
    }

    [GeneratedRegex("[aeiouy]+", RegexOptions.CultureInvariant)]
    private static partial Regex VowelGroup();

    // make, sale, but table; makes, but services; used, but granted; improvement; business.
    [GeneratedRegex(
        "(?<=[^aeiouyl]|[aeiouy]l)e(?=$|ment|ly$|less|ful)"
            + "|(?<=[^aeiouylcgsxz](?<![cs]h)|[aeiouy]l)e(?=s$)"
            + "|(?<=[^aeiouyltd]|[aeiouy]l)e(?=d$)"
            + "|(?<=bus)i",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex SilentVowel();

    // create, area, radio (not action), material (not special), liaison, annual, being, society, ambiguity.
    [GeneratedRegex(
        "(?<=cr)ea|(?<=r)ea(?=s?$)|iai|(?<![cgstx])io|(?<=r)ia|(?<![cst])ia(?=l|n)"
            + "|(?<![qg])ua(?=l|t)|[eiuy]ing|ie(?=t)|(?<=g)uity",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex SplitGroup();
}
