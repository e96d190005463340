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
    /// <summary>The facts that were said. The others are kept as they were told before.</summary>
    internal SaidFacts Said { get; init; } = SaidFacts.All;

    /// <summary>The event with what it leaves out as it was told before.</summary>
    internal PlannedEvent Over(EventFacts told, IReadOnlyList<Guid> coHostIds) =>
        this with
        {
            Facts = Facts.Over(told, Said),
            CoHostIds = Said.Has(EventFact.CoHosts) ? CoHostIds : coHostIds,
        };

    /// <summary>Whether the revision already says the same.</summary>
    public bool IsToldBy(EventRevision revision) => Says(revision.Facts, revision.CoHostIds);

    /// <summary>Whether the event already says the same, whatever its status.</summary>
    public bool IsToldBy(Event @event) =>
        Facts.Description == @event.Description && Says(@event.Facts(), @event.CoHostIds());

    private bool Says(EventFacts facts, IReadOnlyList<Guid> coHostIds)
    {
        var planned = Over(facts, coHostIds);
        return Told(facts).Equals(Told(planned.Facts))
            && facts.Languages.SequenceEqual(planned.Facts.Languages)
            && coHostIds.ToHashSet().SetEquals(planned.CoHostIds);
    }

    private static object Told(EventFacts facts) =>
        (
            (facts.Title, facts.Description, facts.StartsOn, facts.EndsOn),
            (facts.Medium, facts.Format, facts.Setting, facts.Access, facts.TopicScope),
            (facts.PlaceKind, facts.State, facts.City, facts.ExpectedReach)
        );
}
