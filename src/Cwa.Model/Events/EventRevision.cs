namespace Cwa.Model;

/// <summary>What one submitted revision of a report said about an event. It never changes.</summary>
public sealed class EventRevision
{
    private readonly List<Guid> _coHostIds = [];

    private EventRevision() { } // EF Core

    /// <exception cref="ArgumentException">The event does not start in the report's month, or the report is a
    /// draft.</exception>
    public EventRevision(
        Guid eventId,
        MonthlyReport report,
        int position,
        EventFacts facts,
        IEnumerable<Guid> coHostIds,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        if (report.Status == MonthlyReportStatus.Draft)
            throw new ArgumentException("A draft has no event revisions.", nameof(report));
        facts.MustStartIn(report.Month);

        Id = id ?? Guid.CreateVersion7();
        EventId = eventId;
        ReportId = report.Id;
        Position = Require.NotNegative(position);
        Facts = facts;
        _coHostIds.AddRange(coHostIds.Distinct().Where(host => host != report.AgencyId));
        RecordedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The id of this entry of the report.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the event.</summary>
    public Guid EventId { get; private init; }

    /// <summary>The event as it stands now.</summary>
    public Event Event { get; private init; } = null!;

    /// <summary>The id of the report.</summary>
    public Guid ReportId { get; private init; }

    /// <summary>The revision of the report that said this.</summary>
    public MonthlyReport Report { get; private init; } = null!;

    /// <summary>The place in the report, from 0.</summary>
    public int Position { get; private init; }

    /// <summary>What the revision said.</summary>
    public EventFacts Facts { get; private init; } = null!;

    /// <summary>What the revision said, with what the agency has said since of what it left out.</summary>
    internal EventFacts FactsSince(IEnumerable<EventCompletion> completions) =>
        Facts.Filled(completions.Where(c => c.EventId == EventId && c.RecordedAt > RecordedAt));

    /// <summary>A copy that tells <see cref="FactsSince"/>, for comparison only.</summary>
    internal EventRevision ToldSince(IEnumerable<EventCompletion> completions)
    {
        var copy = new EventRevision
        {
            Id = Id,
            EventId = EventId,
            ReportId = ReportId,
            Position = Position,
            Facts = FactsSince(completions),
            RecordedAt = RecordedAt,
        };
        copy._coHostIds.AddRange(_coHostIds);
        return copy;
    }

    /// <summary>The ids of the agencies named as hosts besides the reporting one.</summary>
    public IReadOnlyList<Guid> CoHostIds => _coHostIds;

    /// <summary>When the entry was stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
