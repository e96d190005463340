using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>How hard texts are to read, before they are saved.</summary>
public sealed class PlainLanguageQueries
{
    private const int Longest = 10_000;

    /// <summary>
    /// How hard a text is to read, for whoever is still writing it: results are to be reported in terms that customers
    /// readily understand (action 6). Nothing is kept. Null if the text has no words.
    /// </summary>
    /// <param name="text">The text in English, at most 10,000 characters.</param>
    public static MeasuredText? PlainLanguage(string text) =>
        text.Length <= Longest
            ? MeasuredText.Of(text)
            : throw RequestError.Input($"`text` takes at most {Longest:N0} characters; this has {text.Length:N0}.");
}
