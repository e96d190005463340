namespace Cwa.Model;

/// <summary>How alike two texts are, by the pairs of letters that they share.</summary>
internal static class LetterPairs
{
    /// <summary>From 0, nothing in common, to 1, the same pairs.</summary>
    public static double Likeness(string one, string other)
    {
        if (one.Length < 2 || other.Length < 2)
            return 0;
        var left = Of(one);
        var right = Of(other);
        var shared = left.Sum(pair => Math.Min(pair.Value, right.GetValueOrDefault(pair.Key)));
        return 2.0 * shared / (one.Length + other.Length - 2);
    }

    private static Dictionary<(char, char), int> Of(string text)
    {
        var pairs = new Dictionary<(char, char), int>();
        for (var i = 1; i < text.Length; i++)
            pairs[(text[i - 1], text[i])] = pairs.GetValueOrDefault((text[i - 1], text[i])) + 1;
        return pairs;
    }
}
