namespace Cwa.Model;

/// <summary>
/// Shows that an annual report, a measurement or a finding was integrated into a plan or report required by law (action
/// 5). It names exactly one of the three.
/// </summary>
public sealed class PlanCitation : CorrectableRecord
{
    private PlanCitation() { } // EF Core

    private PlanCitation(PlanReference plan, Guid? id, DateTime? recordedAt)
    {
        Id = id ?? Guid.CreateVersion7();
        PlanId = plan.Id;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>Identifies the citation.</summary>
    public Guid Id { get; private init; }

    /// <summary>Identifies the cited place.</summary>
    public Guid PlanId { get; private init; }

    /// <summary>The cited place.</summary>
    public PlanReference Plan { get; private init; } = null!;

    /// <summary>Identifies the annual report that cites it; null when something else does.</summary>
    public Guid? AnnualReportId { get; private init; }

    /// <summary>The annual report that cites it; null when something else does.</summary>
    public AnnualReport? AnnualReport { get; private init; }

    /// <summary>Identifies the measurement that cites it; null when something else does.</summary>
    public Guid? MeasurementId { get; private init; }

    /// <summary>The measurement that cites it; null when something else does.</summary>
    public Measurement? Measurement { get; private init; }

    /// <summary>Identifies the finding that cites it; null when something else does.</summary>
    public Guid? FindingId { get; private init; }

    /// <summary>The finding that cites it; null when something else does.</summary>
    public Finding? Finding { get; private init; }

    /// <summary>When this was recorded, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>An annual report cites a plan of its agency.</summary>
    /// <exception cref="ArgumentException">The plan is another agency's.</exception>
    public static PlanCitation By(
        AnnualReport report,
        PlanReference plan,
        Guid? id = null,
        DateTime? recordedAt = null
    ) =>
        report.AgencyId == plan.AgencyId
            ? new(plan, id, recordedAt) { AnnualReportId = report.Id }
            : throw new ArgumentException("The plan is another agency's.", nameof(plan));

    /// <summary>A measurement cites a plan.</summary>
    public static PlanCitation By(
        Measurement measurement,
        PlanReference plan,
        Guid? id = null,
        DateTime? recordedAt = null
    ) => new(plan, id, recordedAt) { MeasurementId = measurement.Id };

    /// <summary>A finding cites a plan.</summary>
    public static PlanCitation By(Finding finding, PlanReference plan, Guid? id = null, DateTime? recordedAt = null) =>
        new(plan, id, recordedAt) { FindingId = finding.Id };
}
