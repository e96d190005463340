namespace Cwa.Model;

/// <summary>A word or phrase that a plainer one could replace, or a long word.</summary>
/// <param name="Word">The word or phrase in its basic form, in small letters.</param>
/// <param name="Times">How often it stands in the text, in whatever form.</param>
/// <param name="Plainer">What says the same more plainly; null for a word that is only long.</param>
public sealed record WordToLookAt(string Word, int Times, string? Plainer)
{
    /// <summary>The most words that one text is told of.</summary>
    public const int Most = 20;

    private const int LongFrom = 4;

    /// <summary>
    /// The words of a text to look at, at most 20: first those with a plainer word, the most frequent first; then words of four or
    /// more syllables, the longest first. A word with a capital is taken for a name.
    /// </summary>
    public static IReadOnlyList<WordToLookAt> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Dictionary<string, int> listed = [], @long = [];
        foreach (var sentence in EnglishText.Sentences(text))
        {
            for (var at = 0; at < sentence.Count;)
            {
                var (word, length) = Officialese.At(sentence, at);
                if (word is not null)
                    listed[word] = listed.GetValueOrDefault(word) + 1;
                else if (char.IsLower(sentence[at][0]) && SyllableCount.Of(sentence[at]) >= LongFrom)
                    @long[sentence[at]] = @long.GetValueOrDefault(sentence[at]) + 1;
                at += length;
            }
        }

        return
        [
            .. listed.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal)
                .Select(w => new WordToLookAt(w.Key, w.Value, Officialese.Plainer(w.Key)))
                .Concat(@long
                    .OrderByDescending(w => SyllableCount.Of(w.Key)).ThenByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal)
                    .Select(w => new WordToLookAt(w.Key, w.Value, null)))
                .Take(Most),
        ];
    }
}
