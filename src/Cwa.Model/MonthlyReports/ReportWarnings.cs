namespace Cwa.Model;

/// <summary>What is odd about a monthly report, whether a mutation or a file brings it.</summary>
public static class ReportWarnings
{
    /// <summary>Two events of one report look the same.</summary>
    public const string ListedTwice = "An event of this title and day is listed twice.";

    /// <summary>What is odd about the agency and the month; null where nothing is.</summary>
    public static string? OfMonth(Agency agency, ReportMonth month) =>
        agency.IsActiveIn(month) ? null : $"The agency is not active in {month}.";

    /// <summary>What is odd about an event that is told anew, given what became of it; null where nothing is.</summary>
    public static string? OfEvent(MatchedEvent @event) =>
        @event.Stored switch
        {
            { Status: EventStatus.Cancelled } =>
                "This event was cancelled. Once NPR accepts the report, it is planned again.",
            { Status: EventStatus.Postponed } stored
                when stored.PostponedFrom is null == (stored.StartsOn == @event.Planned.Facts.StartsOn) =>
                "This event was put off. Once NPR accepts the report, it is planned for "
                    + $"{@event.Planned.Facts.StartsOn:yyyy-MM-dd} again.",
            _ => null,
        };
}
