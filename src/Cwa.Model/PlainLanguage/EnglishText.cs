using System.Text.RegularExpressions;

namespace Cwa.Model;

/// <summary>Splits a text into sentences, and sentences into words.</summary>
internal static partial class EnglishText
{
    /// <summary>
    /// The words of each sentence. The end of a paragraph ends a sentence too, and a sentence has at least one word.
    /// </summary>
    public static IEnumerable<IReadOnlyList<string>> Sentences(string text) =>
        LineBreak()
            .Split(text)
            .SelectMany(paragraph => SentenceEnd().Split(paragraph))
            .Select(IReadOnlyList<string> (sentence) => [.. Word().Matches(sentence).Select(word => word.Value)])
            .Where(words => words.Any(word => char.IsLetter(word[0])));

    [GeneratedRegex(@"\r?\n")]
    private static partial Regex LineBreak();

    // A full stop, closing quotation marks and white space, then anything but a lower-case letter; unless the full stop
    // belongs to a title, an initial, an abbreviation such as U.S., or the number of a list item.
    [GeneratedRegex(
        """(?<=[.!?]["”’')\]]*)"""
            + @"(?<!\b(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|No|vs|Inc|Co|Corp|Dept|Gov|etc|e\.g|i\.e|\p{Lu})\.)"
            + @"(?<!^\s*\d+\.)\s+(?!\p{Ll})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’.,][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
