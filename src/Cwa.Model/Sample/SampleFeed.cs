namespace Cwa.Model;

/// <summary>What the sample announces, gathered agency by agency and written in order of time.</summary>
internal sealed class SampleFeed
{
    private readonly List<(DateTime At, FeedKind Kind, Guid? AgencyId, Guid SubjectId)> _announced = [];

    public int Count => _announced.Count;

    public void Announce(FeedKind kind, Guid? agencyId, Guid subjectId, DateTime at) =>
        _announced.Add((at, kind, agencyId, subjectId));

    /// <summary>The entries, numbered from the given number on.</summary>
    public IEnumerable<FeedEntry> Entries(long firstSequence) =>
        _announced
            .OrderBy(entry => entry.At)
            .Select(
                (entry, index) =>
                    new FeedEntry(
                        firstSequence + index,
                        entry.Kind,
                        entry.AgencyId,
                        entry.SubjectId,
                        DeterministicGuid.V7(entry.At, $"sample feed {firstSequence + index}"),
                        entry.At
                    )
            );
}
