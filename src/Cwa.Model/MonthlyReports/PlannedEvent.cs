namespace Cwa.Model;

/// <summary>An event as a report that is about to be sent, or a file, tells it.</summary>
/// <param name="Facts">What is told of it.</param>
/// <param name="CoHostIds">The agencies that hold it together with the reporting one, without that one.</param>
/// <param name="EventId">The event that it goes on telling, or the id that a new one is to have; null when it is found by what is told.</param>
public sealed record PlannedEvent(EventFacts Facts, IReadOnlyList<Guid> CoHostIds, Guid? EventId = null)
{
    /// <summary>Whether a revision of a report says the same already.</summary>
    public bool IsToldBy(EventRevision revision) =>
        revision.CoHostIds.ToHashSet().SetEquals(CoHostIds) && Told(revision.Facts).Equals(Told(Facts))
        && revision.Facts.Languages.SequenceEqual(Facts.Languages);

    private static object Told(EventFacts facts) => (
        (facts.Title, facts.Description, facts.StartsOn, facts.EndsOn),
        (facts.Medium, facts.Format, facts.Setting, facts.Access, facts.TopicScope),
        (facts.PlaceKind, facts.State, facts.City, facts.ExpectedReach));
}
