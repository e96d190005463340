namespace Cwa.Model.Tests;

/// <summary>Events of a report, each with the stored event that it tells again.</summary>
internal static class MatchedEvents
{
    private static readonly Agency Agency = Samples.Agency();
    private static readonly MonthlyReport Report = Samples.Submitted(Agency);

    public static Event Stored() => new(Report, Samples.Facts(), []);

    public static PlannedEvent Planned(Event @event, DateOnly? day = null) =>
        new(Samples.Facts(startsOn: day), [], @event.Id);

    public static MatchedEvent Matched(PlannedEvent planned, Event? stored = null, EventRevision? told = null) =>
        new(planned, told, stored);

    public static EventRevision Told(Event @event) => new(@event.Id, Report, 0, Samples.Facts(), []);
}
