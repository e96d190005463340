using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>
/// How hard a text is to read. It is for English alone; its syllables are estimated from the spelling, a few in a
/// hundred amiss. A low grade is not yet clear: short words in the wrong order score well. It informs whoever writes,
/// and decides nothing.
/// </summary>
public sealed class MeasuredText
{
    internal const string GradeDescription =
        "The school grade that reading it takes, `plainLanguage.grade`: above 12 is hard. Null for what holds no word.";

    internal const string GradeOrderDescription =
        "The school grade that reading it takes, `plainLanguage.grade`; what holds no word stands as 0.";

    private readonly PlainLanguage _measured;

    private MeasuredText(PlainLanguage measured) => _measured = measured;

    /// <summary>The measure of an event's description; null when it holds no word.</summary>
    public static MeasuredText? Of(Event e) =>
        e.PlainLanguage.Words == 0 ? null : new(e.PlainLanguage) { Text = e.Description };

    /// <summary>The measure of an annual report's statements; null when they hold no word.</summary>
    public static MeasuredText? Of(AnnualReport report) =>
        report.PlainLanguage.Words == 0 ? null : new(report.PlainLanguage) { ReportId = report.Id };

    /// <summary>The text, where it is at hand.</summary>
    internal string? Text { get; private init; }

    /// <summary>The annual report whose statements are the text.</summary>
    internal Guid ReportId { get; private init; }

    /// <summary>How many words there are; a number is one.</summary>
    public int Words => _measured.Words;

    /// <summary>How many sentences there are; the end of a paragraph ends one too.</summary>
    public int Sentences => _measured.Sentences;

    /// <summary>Words per sentence; NPR's advice on plain language is 15 to 20.</summary>
    public double MeanSentence => _measured.MeanSentence;

    /// <summary>The words of the longest sentence; NPR's advice is never over 40.</summary>
    public int LongestSentence => _measured.LongestSentence;

    /// <summary>How many sentences have more than 40 words.</summary>
    public int LongSentences => _measured.LongSentences;

    /// <summary>
    /// Flesch–Kincaid grade, the years of school that reading it takes, to one decimal: about 8 is plain English, the
    /// memorandum itself has about 14. A very easy text can have less than 0.
    /// </summary>
    public double Grade => _measured.Grade;

    /// <summary>
    /// Flesch reading ease, to one decimal: about 60 to 70 is plain English, below 30 very hard. Not bound to 0 to 100:
    /// a few very long words give less, a few very short ones up to 121.
    /// </summary>
    public double ReadingEase => _measured.ReadingEase;

    /// <summary>
    /// The version of the measure; numbers of different versions do not compare. All that is stored is measured anew
    /// for a new one.
    /// </summary>
    public int Version => _measured.Version;
}

/// <summary>How hard a text is to read.</summary>
public sealed class PlainLanguageType : ObjectType<MeasuredText>
{
    /// <summary>Named for what it tells.</summary>
    public PlainLanguageType() => Name = "PlainLanguage";

    /// <summary>
    /// Words worth a second look, at most 20: first those that have a plainer word, the most frequent first; then those
    /// of four or more syllables, the longest first. A word with a capital is taken for a name. Some long words are the
    /// right ones.
    /// </summary>
    [ListSize(Cwa.Model.HardWords.Most)]
    public static IDataLoaderResult<IReadOnlyList<HardWord>> HardWords(MeasuredText measured, HardWordsByText words) =>
        words.Load(measured);
}
