namespace Cwa.Model;

/// <summary>Finds the words that the writer of a text may want to replace.</summary>
public static class HardWords
{
    /// <summary>The most words that are listed for one text.</summary>
    public const int Most = 20;

    private const int LongFrom = 4;

    /// <summary>
    /// The hard words of a text, at most 20: first those with a plainer word, the most frequent first; then words of
    /// four or more syllables, the longest first. A long word with a capital is taken for a name.
    /// </summary>
    public static IReadOnlyList<HardWord> In(string text)
    {
        Dictionary<string, int> listed = [],
            @long = [];
        foreach (var sentence in EnglishText.Sentences(text))
        {
            for (var at = 0; at < sentence.Count; )
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
            .. listed
                .OrderByDescending(w => w.Value)
                .ThenBy(w => w.Key, StringComparer.Ordinal)
                .Select(w => new HardWord(w.Key, w.Value, Officialese.Plainer(w.Key)))
                .Concat(
                    @long
                        .OrderByDescending(w => SyllableCount.Of(w.Key))
                        .ThenByDescending(w => w.Value)
                        .ThenBy(w => w.Key, StringComparer.Ordinal)
                        .Select(w => new HardWord(w.Key, w.Value, null))
                )
                .Take(Most),
        ];
    }
}
