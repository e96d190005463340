namespace Cwa.Model;

/// <summary>Finds events by a part of their titles, with the databases' indexes of trigrams.</summary>
public static class TitleIndex
{
    private const int Shortest = 3;

    /// <summary>Whether the indexes know a text: it has at least three characters.</summary>
    public static bool Knows(string text) => text.EnumerateRunes().Take(Shortest).Count() == Shortest;

    /// <summary>Whether the title contains a text that the indexes know; both are in the form that is searched.</summary>
    public static bool Contains(Event @event, string text) =>
        @event.TitleSearch is { } title && title.Contains(text, StringComparison.Ordinal);
}
