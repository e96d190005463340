namespace Cwa.Model;

/// <summary>
/// How many of a month's reports are in each state. Each expected report counts once: as missing, draft, submitted,
/// accepted or returned.
/// </summary>
public class ReportCounts
{
    /// <summary>Counts them.</summary>
    public ReportCounts(IReadOnlyCollection<AgencyReportingStatus> agencies)
    {
        var directed = agencies.Where(a => !a.IsRequested).ToList();
        Missing = directed.Count(a => a.State == ReportState.Missing);
        Draft = directed.Count(a => a.State == ReportState.Draft);
        Submitted = directed.Count(a => a.State == ReportState.Submitted);
        Accepted = directed.Count(a => a.State == ReportState.Accepted);
        Returned = directed.Count(a => a.State == ReportState.Returned);
        Excused = directed.Count(a => a.State == ReportState.Excused);
        Expected = directed.Count - Excused;
        Late = directed.Count(a => a.Late);
        Overdue = directed.Count(a => a.Overdue);
        OverdueMissing = directed.Count(a => a is { Overdue: true, State: ReportState.Missing });
        OverdueDraft = directed.Count(a => a is { Overdue: true, State: ReportState.Draft });
        OverdueReturned = directed.Count(a => a is { Overdue: true, State: ReportState.Returned });
        Requested = new([.. agencies.Where(a => a.IsRequested)]);
    }

    /// <summary>
    /// Reports that agencies directed by the memorandum are expected to send: those of every agency with a liaison of
    /// its own, of every agency for which nobody speaks, and of each component that reports although an agency above
    /// speaks for it. The sum of `missing`, `draft`, `submitted`, `accepted` and `returned`.
    /// </summary>
    public int Expected { get; }

    /// <summary>Expected reports with neither a submission nor a draft, whether or not they are due yet.</summary>
    public int Missing { get; }

    /// <summary>Expected reports with a draft but no submission.</summary>
    public int Draft { get; }

    /// <summary>Expected reports whose newest revision waits for NPR's decision.</summary>
    public int Submitted { get; }

    /// <summary>Expected reports whose newest revision NPR accepted.</summary>
    public int Accepted { get; }

    /// <summary>Expected reports whose newest revision NPR returned.</summary>
    public int Returned { get; }

    /// <summary>
    /// Directed agencies for which an agency above speaks and that sent no report of their own. They are not counted in
    /// `expected`.
    /// </summary>
    public int Excused { get; }

    /// <summary>Expected reports that came after their due day. A later amendment makes none late.</summary>
    public int Late { get; }

    /// <summary>
    /// Expected reports whose due day is over and that have not come, or came and were returned. The sum of
    /// `overdueMissing`, `overdueDraft` and `overdueReturned`.
    /// </summary>
    public int Overdue { get; }

    /// <summary>Those of `missing` whose due day is over.</summary>
    public int OverdueMissing { get; }

    /// <summary>Those of `draft` whose due day is over.</summary>
    public int OverdueDraft { get; }

    /// <summary>
    /// Those of `returned` whose due day is over and of which no earlier revision has been accepted.
    /// </summary>
    public int OverdueReturned { get; }

    /// <summary>The reports requested of independent agencies. They are in none of the other counts.</summary>
    public RequestedReportCounts Requested { get; }
}

/// <summary>How many independent agencies report as requested. Their reports are never missing or late.</summary>
public sealed class RequestedReportCounts
{
    /// <summary>Counts them.</summary>
    public RequestedReportCounts(IReadOnlyCollection<AgencyReportingStatus> agencies)
    {
        NotReported = agencies.Count(a => a.State == ReportState.NotReported);
        Draft = agencies.Count(a => a.State == ReportState.Draft);
        Submitted = agencies.Count(a => a.State == ReportState.Submitted);
        Accepted = agencies.Count(a => a.State == ReportState.Accepted);
        Returned = agencies.Count(a => a.State == ReportState.Returned);
        Excused = agencies.Count(a => a.State == ReportState.Excused);
        Asked = agencies.Count - Excused;
    }

    /// <summary>
    /// Agencies that are requested to report. The sum of `notReported`, `draft`, `submitted`, `accepted` and
    /// `returned`.
    /// </summary>
    public int Asked { get; }

    /// <summary>Those with neither a submission nor a draft.</summary>
    public int NotReported { get; }

    /// <summary>Those with a draft but no submission.</summary>
    public int Draft { get; }

    /// <summary>Those whose newest revision waits for NPR's decision.</summary>
    public int Submitted { get; }

    /// <summary>Those whose newest revision NPR accepted.</summary>
    public int Accepted { get; }

    /// <summary>Those whose newest revision NPR returned.</summary>
    public int Returned { get; }

    /// <summary>
    /// Requested agencies for which an agency above speaks and that sent no report of their own. They are not counted
    /// in `asked`.
    /// </summary>
    public int Excused { get; }
}
