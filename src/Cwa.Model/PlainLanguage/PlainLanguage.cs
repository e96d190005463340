namespace Cwa.Model;

/// <summary>How hard a piece of English is to read: sentence length, and the two measures of Rudolf Flesch.</summary>
/// <remarks>
/// Stored with the text that it measures, so that records can be ordered by it. A text without words has grade 0.
/// </remarks>
public sealed record PlainLanguage
{
    /// <summary>The version of this measure. It is raised when the same text would score differently.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The most words that a plain sentence has.</summary>
    public const int LongestPlainSentence = 40;

    /// <summary>The measure of a text without words.</summary>
    public static readonly PlainLanguage OfNothing = new([], 0);

    private PlainLanguage() { } // EF Core

    private PlainLanguage(IReadOnlyList<int> lengths, int syllables)
    {
        Version = CurrentVersion;
        Words = lengths.Sum();
        Sentences = lengths.Count;
        Syllables = syllables;
        LongestSentence = lengths.DefaultIfEmpty().Max();
        LongSentences = lengths.Count(length => length > LongestPlainSentence);
        Grade = Words == 0 ? 0 : Math.Round(0.39 * MeanSentence + 11.8 * Syllables / Words - 15.59, 1);
    }

    /// <summary>The version of the measure; 0 for a text that was stored before there was one.</summary>
    public int Version { get; private init; }

    /// <summary>How many words there are; a number counts as one.</summary>
    public int Words { get; private init; }

    /// <summary>How many sentences there are; the end of a paragraph ends one too.</summary>
    public int Sentences { get; private init; }

    /// <summary>How many syllables there are, estimated from the spelling; a number counts as one.</summary>
    public int Syllables { get; private init; }

    /// <summary>How many words the longest sentence has.</summary>
    public int LongestSentence { get; private init; }

    /// <summary>How many sentences have more than 40 words, which NPR's advice on plain language rules out.</summary>
    public int LongSentences { get; private init; }

    /// <summary>
    /// The Flesch–Kincaid grade: the years of school that it takes to read the text; 0 without words.
    /// </summary>
    public double Grade { get; private init; }

    /// <summary>Words per sentence; NPR's advice is 15 to 20.</summary>
    public double MeanSentence => Words == 0 ? 0 : (double)Words / Sentences;

    /// <summary>Flesch reading ease: about 60 to 70 is plain English, below 30 very hard.</summary>
    public double ReadingEase =>
        Words == 0 ? 0 : Math.Round(206.835 - 1.015 * MeanSentence - 84.6 * Syllables / Words, 1);

    /// <summary>Measures a text of one or more paragraphs.</summary>
    public static PlainLanguage Measure(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = EnglishText.Sentences(text).ToList();
        return sentences is []
            ? OfNothing
            : new([.. sentences.Select(words => words.Count)], sentences.Sum(words => words.Sum(SyllableCount.Of)));
    }
}
