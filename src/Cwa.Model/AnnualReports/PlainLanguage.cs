using System.Text.RegularExpressions;

namespace Cwa.Model;

/// <summary>How hard a piece of English is to read: sentence length, and the two measures of Rudolf Flesch.</summary>
/// <param name="Words">Words; a number is one.</param>
/// <param name="Sentences">Sentences; the end of a paragraph ends one too.</param>
/// <param name="Syllables">Syllables, estimated from the spelling; a number has one.</param>
/// <param name="LongestSentence">The words of the longest sentence.</param>
/// <param name="LongSentences">Sentences over 40 words, which NPR's advice on plain language rules out.</param>
public sealed partial record PlainLanguage(int Words, int Sentences, int Syllables, int LongestSentence, int LongSentences)
{
    /// <summary>The version of this measure: raised when the same text would score otherwise than before.</summary>
    public const int Version = 1;

    /// <summary>The most words that a plain sentence has.</summary>
    public const int LongestPlainSentence = 40;

    /// <summary>Words per sentence; NPR's advice is 15 to 20.</summary>
    public double MeanSentence => (double)Words / Sentences;

    /// <summary>Flesch reading ease: about 60 to 70 is plain English, below 30 very hard.</summary>
    public double ReadingEase => Math.Round(206.835 - 1.015 * MeanSentence - 84.6 * Syllables / Words, 1);

    /// <summary>Flesch–Kincaid grade: the years of school that reading it takes.</summary>
    public double Grade => Math.Round(0.39 * MeanSentence + 11.8 * Syllables / Words - 15.59, 1);

    /// <summary>Measures a text of one or more paragraphs; null when it holds no word.</summary>
    public static PlainLanguage? Measure(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = LineBreak().Split(text)
            .SelectMany(paragraph => SentenceEnd().Split(paragraph))
            .Select(sentence => Word().Matches(sentence).Select(word => word.Value).ToList())
            .Where(words => words.Any(word => char.IsLetter(word[0])))
            .ToList();
        if (sentences is [])
            return null;

        var lengths = sentences.Select(words => words.Count).ToList();
        return new(
            lengths.Sum(), lengths.Count, sentences.Sum(words => words.Sum(SyllableCount.Of)),
            lengths.Max(), lengths.Count(length => length > LongestPlainSentence));
    }

    [GeneratedRegex(@"\r?\n")]
    private static partial Regex LineBreak();

    // A full stop, closing quotation marks and white space, then anything but a small letter; unless the full stop belongs to a
    // title, an initial or abbreviation such as U.S., or the number of a list item.
    [GeneratedRegex(
        """(?<=[.!?]["”’')\]]*)(?<!\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|Inc|Co|Corp|Dept|Gov|etc|e\.g|i\.e|\p{Lu})\.)(?<!^\s*\d+\.)\s+(?!\p{Ll})""",
        RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
