namespace Cwa.Model;

/// <summary>An event as a report that is about to be sent, or a file, tells it.</summary>
/// <param name="Facts">What is told of it.</param>
/// <param name="CoHostIds">The agencies that hold it together with the reporting one, without that one.</param>
/// <param name="EventId">The event that it goes on telling, or the id that a new one is to have; null when it is found
/// by what is told.</param>
/// <param name="IsDrafted">Whether the id is from a draft, and so may be one that a new event is to have.</param>
public sealed record PlannedEvent(
    EventFacts Facts,
    IReadOnlyList<Guid> CoHostIds,
    Guid? EventId = null,
    bool IsDrafted = false
)
{
    /// <summary>Whether a revision of a report says the same already.</summary>
    public bool IsToldBy(EventRevision revision) => Says(revision.Facts, revision.CoHostIds);

    /// <summary>Whether the event reads the same already, whatever became of it.</summary>
    public bool IsToldBy(Event @event) =>
        Facts.Title == @event.Title
        && Says(@event.Facts(), @event.Hosts.Select(host => host.AgencyId).Where(host => host != @event.AgencyId));

    private bool Says(EventFacts facts, IEnumerable<Guid> coHostIds) =>
        Told(facts).Equals(Told(Facts))
        && facts.Languages.SequenceEqual(Facts.Languages)
        && coHostIds.ToHashSet().SetEquals(CoHostIds);

    private static object Told(EventFacts facts) =>
        (
            (facts.Title, facts.Description, facts.StartsOn, facts.EndsOn),
            (facts.Medium, facts.Format, facts.Setting, facts.Access, facts.TopicScope),
            (facts.PlaceKind, facts.State, facts.City, facts.ExpectedReach)
        );
}
