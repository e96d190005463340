using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>How hard texts are to read, before they are saved.</summary>
public sealed class PlainLanguageQueries
{
    private const int Longest = 10_000;

    /// <summary>
    /// How hard a text is to read, for whoever is still writing it: results are to be reported in terms that customers
    /// readily understand (action 6). Nothing is kept. Null if the text has no words. Each caller may ask for 50 texts
    /// a second.
    /// </summary>
    /// <param name="text">The text in English, at most 10,000 characters.</param>
    [NeverKept]
    public static MeasuredText? PlainLanguage(string text, Caller caller, TextGate gate)
    {
        if (text.Length > Longest)
            throw RequestError.Input($"`text` takes at most {Longest:N0} characters; this has {text.Length:N0}.");

        gate.Enter(caller);
        return MeasuredText.Of(text);
    }
}
