using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>
/// How hard a text is to read, for English only. Syllables are estimated from the spelling; a few in a hundred are
/// wrong. A low grade does not prove that a text is clear: short words in the wrong order score well, too. The measure
/// informs writers and decides nothing.
/// </summary>
public sealed class MeasuredText
{
    internal const string GradeDescription =
        "The school grade needed to read it, `plainLanguage.grade`: above 12 is hard. Null for a text without words.";

    internal const string GradeOrderDescription =
        "The school grade needed to read it, `plainLanguage.grade`; 0 for a text without words.";

    private readonly PlainLanguage _measured;

    private MeasuredText(PlainLanguage measured) => _measured = measured;

    /// <summary>The measure of an event's description; null if it has no words.</summary>
    public static MeasuredText? Of(Event e) =>
        e.PlainLanguage.Words == 0 ? null : new(e.PlainLanguage) { Text = e.Description };

    /// <summary>The measure of a text that is not stored; null if it has no words.</summary>
    public static MeasuredText? Of(string text) =>
        Cwa.Model.PlainLanguage.Measure(text) is { Words: > 0 } measured ? new(measured) { Text = text } : null;

    /// <summary>The measure of an annual report's statements; null if they have no words.</summary>
    public static MeasuredText? Of(AnnualReport report) =>
        report.PlainLanguage.Words == 0 ? null : new(report.PlainLanguage) { ReportId = report.Id };

    /// <summary>The text, if it has been read already.</summary>
    internal string? Text { get; private init; }

    /// <summary>The annual report whose statements are the text.</summary>
    internal Guid ReportId { get; private init; }

    /// <summary>The number of words; a number counts as one.</summary>
    public int Words => _measured.Words;

    /// <summary>The number of sentences; the end of a paragraph ends one, too.</summary>
    public int Sentences => _measured.Sentences;

    /// <summary>Words per sentence; NPR's advice on plain language is 15 to 20.</summary>
    public double MeanSentence => _measured.MeanSentence;

    /// <summary>Words in the longest sentence; NPR's advice is never more than 40.</summary>
    public int LongestSentence => _measured.LongestSentence;

    /// <summary>The number of sentences with more than 40 words.</summary>
    public int LongSentences => _measured.LongSentences;

    /// <summary>
    /// The Flesch–Kincaid grade: the years of school needed to read the text, to one decimal. About 8 is plain English;
    /// the memorandum itself has about 14. A very easy text can have less than 0.
    /// </summary>
    public double Grade => _measured.Grade;

    /// <summary>
    /// The Flesch reading ease, to one decimal: about 60 to 70 is plain English, below 30 very hard. It can leave the
    /// range 0 to 100: a few very long words give less, a few very short ones up to 121.
    /// </summary>
    public double ReadingEase => _measured.ReadingEase;

    /// <summary>
    /// The version of the measure. Numbers of different versions cannot be compared; a new version measures all stored
    /// texts again.
    /// </summary>
    public int Version => _measured.Version;
}

/// <summary>How hard a text is to read.</summary>
public sealed class PlainLanguageType : ObjectType<MeasuredText>
{
    /// <summary>Named for what it measures.</summary>
    public PlainLanguageType() => Name = "PlainLanguage";

    /// <summary>
    /// Words worth a second look, at most 20: first those that have a plainer alternative, the most frequent first;
    /// then those of four or more syllables, the longest first. A capitalized word is taken for a name. Some long words
    /// are the right ones.
    /// </summary>
    [ListSize(Cwa.Model.HardWords.Most)]
    public static IDataLoaderResult<IReadOnlyList<HardWord>> HardWords(MeasuredText measured, HardWordsByText words) =>
        words.Load(measured);
}
