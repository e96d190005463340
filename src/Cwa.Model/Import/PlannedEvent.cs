namespace Cwa.Model;

/// <summary>One row of a file of events.</summary>
internal sealed record PlannedEvent(EventFacts Facts, IReadOnlyList<Guid> CoHostIds)
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
