namespace Cwa.Model;

/// <summary>The status of one agency's report for one month at the end of a Washington day.</summary>
public sealed class AgencyReportingStatus
{
    /// <summary>The agency that reports.</summary>
    public required Agency Agency { get; init; }

    /// <summary>The agency at the top of the tree, above this agency, or this agency itself.</summary>
    public required Agency Department { get; init; }

    /// <summary>The month that the report covers.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>The last Washington day on which the agency's report for the month is on time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The Washington day for whose end the status is given.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Whether the report is owed or excused.</summary>
    public required ReportDuty Duty { get; init; }

    /// <summary>What was sent to NPR; null when nothing was, or the agency recalled it.</summary>
    public ReportedMonth? Reported { get; init; }

    /// <summary>
    /// Whether the agency is writing a draft, of its first report or of a later revision. Only the agency and those
    /// above it can read the draft.
    /// </summary>
    public bool HasDraft { get; init; }

    /// <summary>Who speaks for the agency on the day; null when nobody does.</summary>
    public Liaison? Liaison { get; init; }

    /// <summary>
    /// The liaison nearest to the agency on the day, who need not speak for it; null when there is none.
    /// </summary>
    public Liaison? NearestLiaison { get; init; }

    /// <summary>How far the report has come.</summary>
    public ReportState State =>
        Reported?.Status switch
        {
            MonthlyReportStatus.Submitted => ReportState.Submitted,
            MonthlyReportStatus.Accepted => ReportState.Accepted,
            MonthlyReportStatus.Returned => ReportState.Returned,
            _ when Duty == ReportDuty.Excused => ReportState.Excused,
            _ when HasDraft => ReportState.Draft,
            _ => IsRequested ? ReportState.NotReported : ReportState.Missing,
        };

    /// <summary>Whether the memorandum requests the agency to report, rather than directing it to.</summary>
    public bool IsRequested => Agency.Directive == DirectiveStanding.Requested;

    /// <summary>
    /// Whether the report is owed or requested, and nothing was sent except revisions that NPR returned or the agency
    /// recalled.
    /// </summary>
    public bool IsOutstanding => Duty == ReportDuty.Owed && Reported is not { IsIn: true };

    /// <summary>
    /// Whether the report came after its due day. What counts is the Washington date of the first revision that NPR
    /// accepted or, until it accepts one, of the newest that waits for its decision. Always false if the agency is only
    /// requested to report, or if an agency above speaks for it.
    /// </summary>
    public bool Late => !IsRequested && Duty == ReportDuty.Owed && Reported is { IsLate: true };

    /// <summary>
    /// Whether the due day is over and nothing was sent except revisions that NPR returned or the agency recalled.
    /// Always false if the agency is only requested to report, or if an agency above speaks for it.
    /// </summary>
    public bool Overdue => !IsRequested && IsOutstanding && AsOf > DueOn;
}
