namespace Cwa.Dashboard.Liaisons;

/// <summary>What the address asks of the phone list.</summary>
/// <param name="Text">Words of a name, title, office or agency.</param>
/// <param name="Speaker">Only agencies for which this one speaks.</param>
internal sealed record PhoneFilter(string Text, Speaker? Speaker)
{
    private const int LongestText = 100,
        MostWords = 8;

    public static PhoneFilter Of(string? text, string? speaker) =>
        new(
            Cut(new([.. (text ?? "").Where(c => !char.IsControl(c))])).Trim(),
            Enum.TryParse<Speaker>(speaker, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null
        );

    /// <summary>The current designations, as the query `liaisons` takes the condition.</summary>
    public Dictionary<string, object> Liaisons =>
        Text.Length == 0 ? new() { ["endedOn"] = Current } : new() { ["endedOn"] = Current, ["text"] = Text };

    /// <summary>The agencies without a liaison of their own.</summary>
    public object Without =>
        new
        {
            HasLiaison = new { Eq = false },
            And = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Take(MostWords)
                .Select(word => new
                {
                    Or = new object[]
                    {
                        new { Name = new { Contains = word } },
                        new { Abbreviation = new { Contains = word } },
                    },
                }),
        };

    private static object Current => new { Eq = (string?)null };

    // Not between the halves of a character.
    private static string Cut(string text) =>
        text.Length <= LongestText ? text
        : char.IsHighSurrogate(text[LongestText - 1]) ? text[..(LongestText - 1)]
        : text[..LongestText];
}
