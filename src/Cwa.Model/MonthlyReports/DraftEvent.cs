namespace Cwa.Model;

/// <summary>
/// An event in the draft of a monthly report. Once submitted, it is a new event or a revision of one.
/// </summary>
public sealed class DraftEvent
{
    private readonly List<Guid> _coHostIds = [];

    private DraftEvent() { } // EF Core

    /// <exception cref="ArgumentException">The event does not start in the report's month.</exception>
    public DraftEvent(
        MonthlyReport report,
        int position,
        EventFacts facts,
        IEnumerable<Guid> coHostIds,
        Guid? eventId = null,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        if (report.Status != MonthlyReportStatus.Draft)
            throw new ArgumentException($"The report is {report.Status}, not a draft.", nameof(report));
        facts.MustStartIn(report.Month);

        Id = id ?? Guid.CreateVersion7();
        ReportId = report.Id;
        EventId = eventId ?? Guid.CreateVersion7();
        Position = Require.NotNegative(position);
        Facts = facts;
        _coHostIds.AddRange(coHostIds.Distinct().Where(host => host != report.AgencyId));
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The id of this line of the draft.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the draft.</summary>
    public Guid ReportId { get; private init; }

    /// <summary>The draft that lists the event.</summary>
    public MonthlyReport Report { get; private init; } = null!;

    /// <summary>The stable id that the event has, or will have once the draft is submitted.</summary>
    public Guid EventId { get; private init; }

    /// <summary>The place in the draft, from 0.</summary>
    public int Position { get; private init; }

    /// <summary>What the draft says about the event.</summary>
    public EventFacts Facts { get; private set; } = null!;

    /// <summary>The ids of the agencies that host the event together with the reporting agency.</summary>
    public IReadOnlyList<Guid> CoHostIds => _coHostIds;

    /// <summary>When the line was stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When the line was last changed, in UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Says what the draft left out, as the agency has just said it.</summary>
    internal void Fill(EventCompletion said) => Facts = Facts.Filled([said]);
}
