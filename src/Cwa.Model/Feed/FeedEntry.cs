namespace Cwa.Model;

/// <summary>One announcement in the feed. It appears together with what it announces, never without it.</summary>
public sealed class FeedEntry
{
    private FeedEntry() { } // EF Core

    /// <param name="sequence">The next number of <see cref="FeedCounter"/>.</param>
    public FeedEntry(
        long sequence,
        FeedKind kind,
        Guid? agencyId,
        Guid subjectId,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        Id = id ?? Guid.CreateVersion7();
        Sequence = sequence;
        Kind = Require.Defined(kind);
        AgencyId = agencyId;
        SubjectId = subjectId;
        RecordedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The entry's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The place in the feed: from 1, without gaps, in the order in which changes took effect.</summary>
    public long Sequence { get; private init; }

    /// <summary>What the entry announces.</summary>
    public FeedKind Kind { get; private init; }

    /// <summary>The id of the agency that the entry concerns; null if it concerns all.</summary>
    public Guid? AgencyId { get; private init; }

    /// <summary>The agency that the entry concerns; null if it concerns all.</summary>
    public Agency? Agency { get; private init; }

    /// <summary>The id of the record that the entry announces; its type follows from the kind.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>When the entry was written, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
