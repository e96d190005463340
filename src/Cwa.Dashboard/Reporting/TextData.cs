using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Reporting;

/// <summary>How hard a text is to read.</summary>
[Operation("plain-language")]
public sealed record TextData(TextMeasure? PlainLanguage);

public sealed record TextMeasure(double Grade, int LongestSentence, IReadOnlyList<TextWord> HardWords)
{
    // NPR's advice.
    private const double HardGrade = 12;
    private const int LongSentence = 40;
    private const int MostWords = 3;

    /// <summary>Whether it is worth a second look.</summary>
    internal bool IsHard => Grade > HardGrade || LongestSentence > LongSentence;

    /// <summary>What a writer is told.</summary>
    internal string Sentence
    {
        get
        {
            var plainer = HardWords.Where(word => word.Plainer is not null).Take(MostWords).ToList();
            return $"Takes {Say.Count((long)Math.Round(Math.Max(Grade, 0)), "year")} of school to read."
                + (LongestSentence > LongSentence ? $" The longest sentence has {LongestSentence} words." : "")
                + (
                    plainer.Count == 0
                        ? ""
                        : $" Plainer: {string.Join("; ", plainer.Select(word => $"“{word.Plainer}” for “{word.Word}”"))}."
                );
        }
    }
}

public sealed record TextWord(string Word, string? Plainer);
