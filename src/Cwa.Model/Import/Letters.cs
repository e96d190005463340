namespace Cwa.Model;

/// <summary>What is left of a name or a word when only its letters and digits count, in any case.</summary>
internal static class Letters
{
    /// <summary>Signs that stand for something by themselves, such as &lt;, are kept.</summary>
    public static string Of(string text) =>
        string.Concat(SearchText.Normalize(text).Where(letter => char.IsLetterOrDigit(letter) || letter == '<'));
}
