namespace Cwa.Model;

/// <summary>The warnings about a monthly report, whether it comes by mutation or by file.</summary>
public static class ReportWarnings
{
    /// <summary>Two events of one report look the same.</summary>
    public const string ListedTwice = "An event with this title and day is listed twice.";

    // Said instead of a description. In the form in which texts are searched.
    private static readonly HashSet<string> Placeholders =
    [
        "NO DESCRIPTION",
        "SAME AS ABOVE",
        "SEE ABOVE",
        "TO BE ANNOUNCED",
        "TO BE DETERMINED",
        "TO FOLLOW",
    ];

    /// <summary>Warns of a description from which nobody learns what will happen, such as "x" or "TBD".</summary>
    public static string? OfDescription(string description)
    {
        var text = SearchText.Normalize(description).TrimEnd('.');
        var words = text.Split(' ').Count(word => word.Any(char.IsLetterOrDigit));
        return (words <= 1 && text.Length is > 0 and < 20) || Placeholders.Contains(text)
            ? "This description tells nobody what will happen. Say in a sentence what customers can talk about."
            : null;
    }

    /// <summary>Warns of an event that the report leaves out.</summary>
    public static string LeavesOut(Event @event) =>
        $"The report leaves out {Named(@event)}. Once NPR accepts it, that event is cancelled.";

    /// <summary>Warns of a new event that looks like one which the report leaves out.</summary>
    public static string LooksLike(Event @event) =>
        $"This looks like {Named(@event)}, which the report leaves out. If it is the same event, give its id.";

    /// <summary>The event by its title and day.</summary>
    internal static string Named(Event @event) =>
        $"'{ValueText.Shown(@event.Title ?? @event.Description)}' of {@event.StartsOn:yyyy-MM-dd}";

    /// <summary>Warns if the agency is not active in the month.</summary>
    public static string? OfMonth(Agency agency, ReportMonth month) =>
        agency.IsActiveIn(month) ? null : $"The agency is not active in {month}.";

    /// <summary>Warns if the event was cancelled or postponed and would be planned again.</summary>
    public static string? OfEvent(MatchedEvent @event) =>
        @event.Stored switch
        {
            { Status: EventStatus.Cancelled } =>
                "This event was cancelled. Once NPR accepts the report, it is planned again.",
            { Status: EventStatus.Postponed } stored
                when stored.PostponedFrom is null == (stored.StartsOn == @event.Planned.Facts.StartsOn) =>
                "This event was postponed. Once NPR accepts the report, it is planned for "
                    + $"{@event.Planned.Facts.StartsOn:yyyy-MM-dd} again.",
            _ => null,
        };
}
