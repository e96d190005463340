namespace Cwa.Model;

/// <summary>An event as described in a file, or in a report that is about to be sent.</summary>
/// <param name="Facts">What is said about it.</param>
/// <param name="CoHostIds">The agencies that hold it together with the reporting agency, without that agency.</param>
/// <param name="EventId">
/// The id of the earlier event that it continues, or the id that a new one is to have. Null when the earlier event is
/// to be found by its content.
/// </param>
/// <param name="IsDrafted">Whether the id is from a draft, so that the event may not be stored yet.</param>
public sealed record PlannedEvent(
    EventFacts Facts,
    IReadOnlyList<Guid> CoHostIds,
    Guid? EventId = null,
    bool IsDrafted = false
)
{
    /// <summary>Whether the revision already says the same.</summary>
    public bool IsToldBy(EventRevision revision) => Says(revision.Facts, revision.CoHostIds);

    /// <summary>Whether the event already says the same, whatever its status.</summary>
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
