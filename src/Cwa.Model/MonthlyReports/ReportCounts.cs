namespace Cwa.Model;

/// <summary>
/// How many agencies' reports of a month stand how. Each expected report counts once: as missing, draft, submitted,
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
        Requested = new([.. agencies.Where(a => a.IsRequested)]);
    }

    /// <summary>
    /// Reports that agencies directed by the memorandum are expected to send: those of every agency with a liaison of
    /// its own, of every agency for which nobody speaks, and of each component that reports although an agency above
    /// speaks for it. The sum of `missing`, `draft`, `submitted`, `accepted` and `returned`.
    /// </summary>
    public int Expected { get; }

    /// <summary>
    /// Expected reports of which nothing was sent and no draft begun, whether they are due yet or not.
    /// </summary>
    public int Missing { get; }

    /// <summary>Expected reports of which nothing was sent and a draft was begun.</summary>
    public int Draft { get; }

    /// <summary>Expected reports whose newest revision waits for NPR's decision.</summary>
    public int Submitted { get; }

    /// <summary>Expected reports whose newest revision NPR accepted.</summary>
    public int Accepted { get; }

    /// <summary>Expected reports whose newest revision NPR returned.</summary>
    public int Returned { get; }

    /// <summary>
    /// Directed agencies that one above speaks for and that sent no report of their own. They are not among the
    /// expected.
    /// </summary>
    public int Excused { get; }

    /// <summary>
    /// Of the expected reports, those that came after their due day; an amendment later on makes none late.
    /// </summary>
    public int Late { get; }

    /// <summary>
    /// Of the expected reports, those whose due day is over and that have not come, or came and were returned.
    /// </summary>
    public int Overdue { get; }

    /// <summary>Independent agencies, which are requested to report: they are in none of the other counts.</summary>
    public RequestedReportCounts Requested { get; }
}

/// <summary>How many agencies that are requested to report did so. Nothing is missing or late of them.</summary>
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

    /// <summary>Those that have sent nothing and begun no draft.</summary>
    public int NotReported { get; }

    /// <summary>Those that have sent nothing and begun a draft.</summary>
    public int Draft { get; }

    /// <summary>Those whose newest revision waits for NPR's decision.</summary>
    public int Submitted { get; }

    /// <summary>Those whose newest revision NPR accepted.</summary>
    public int Accepted { get; }

    /// <summary>Those whose newest revision NPR returned.</summary>
    public int Returned { get; }

    /// <summary>
    /// Requested agencies that one above speaks for and that sent no report of their own. They are not among those
    /// asked.
    /// </summary>
    public int Excused { get; }
}
