namespace Cwa.Model;

/// <summary>How one agency's report of one month stands at the end of a Washington day.</summary>
public sealed class AgencyReportingStatus
{
    /// <summary>The agency that reports.</summary>
    public required Agency Agency { get; init; }

    /// <summary>The agency at the top, above the agency or itself.</summary>
    public required Agency Department { get; init; }

    /// <summary>The month that the report covers.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>The last Washington day on which the agency's report of the month is in time.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>The day at whose end it stands so.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Whether the report is owed, or only welcome.</summary>
    public required ReportDuty Duty { get; init; }

    /// <summary>What was sent; null when nothing was.</summary>
    public ReportedMonth? Reported { get; init; }

    /// <summary>
    /// Whether the agency is writing a draft, of its first report or of another revision. What it says is the agency's
    /// own.
    /// </summary>
    public bool HasDraft { get; init; }

    /// <summary>Who speaks for the agency on the day; null when nobody does.</summary>
    public Liaison? Liaison { get; init; }

    /// <summary>How the report stands.</summary>
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

    /// <summary>Whether the memorandum requests the agency to report, and does not direct it to.</summary>
    public bool IsRequested => Agency.Directive == DirectiveStanding.Requested;

    /// <summary>Whether the report is owed or asked for, and nothing was sent but what was returned.</summary>
    public bool IsOutstanding => Duty == ReportDuty.Owed && Reported is not { IsIn: true };

    /// <summary>
    /// Whether the report came after the due day, by the Washington date of the first revision that NPR accepted, until
    /// then of the newest that waits. Of an agency that is requested to report, or that one above speaks for, nothing
    /// is late.
    /// </summary>
    public bool Late => !IsRequested && Duty == ReportDuty.Owed && Reported is { IsLate: true };

    /// <summary>
    /// Whether the due day is over and no report has come but what was returned. Of an agency that is requested to
    /// report, or that one above speaks for, nothing is overdue.
    /// </summary>
    public bool Overdue => !IsRequested && IsOutstanding && AsOf > DueOn;
}
