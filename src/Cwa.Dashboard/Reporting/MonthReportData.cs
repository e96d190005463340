using Cwa.Dashboard.Agencies;
using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Reporting;

/// <summary>An agency's report of one month.</summary>
[Operation("month-report")]
public sealed record MonthReportData(ReportingAgency? Agency, ReportViewer? Viewer);

public sealed record ReportingAgency(
    string Id,
    string Abbreviation,
    string Name,
    DirectiveStanding Directive,
    IReadOnlyList<MonthStanding> ReportingCalendar,
    RevisionPage MonthlyReports
)
{
    /// <summary>How the month stands; null if no report of it is asked.</summary>
    internal MonthStanding? Month => ReportingCalendar is [var month, ..] ? month : null;

    /// <summary>The revision that was sent last.</summary>
    internal ReportRevision? Newest => Sent is [.., var newest] ? newest : null;

    /// <summary>Whether NPR has accepted a revision, so that the next one amends it.</summary>
    internal bool IsAccepted => Sent.Any(report => report.Status == RevisionStatus.Accepted);

    internal ReportRevision? Draft =>
        MonthlyReports.Nodes.FirstOrDefault(report => report.Status == RevisionStatus.Draft);

    /// <summary>The revisions that were sent, the first one first.</summary>
    internal IReadOnlyList<ReportRevision> Sent =>
        [.. MonthlyReports.Nodes.Where(report => report.Revision is not null).OrderBy(report => report.Revision)];
}

public sealed record MonthStanding(DateOnly DueOn, ReportState State, bool Overdue);

public sealed record RevisionPage(IReadOnlyList<ReportRevision> Nodes);

public sealed record ReportRevision(
    string Id,
    RevisionStatus Status,
    int? Revision,
    bool Nil,
    int EventCount,
    string? Reason,
    string? ReturnReason,
    DateTimeOffset? SubmittedAt,
    string? SubmittedBy,
    DateTimeOffset? DecidedAt,
    string? DecidedBy,
    DateTimeOffset? RecalledAt,
    string? RecalledBy,
    string? RecallReason,
    DateTimeOffset UpdatedAt
);

/// <summary>Where a revision stands: `MonthlyReportStatus` of the schema.</summary>
public enum RevisionStatus
{
    Draft,
    Submitted,
    Accepted,
    Returned,
    Amended,
    Recalled,
}

public sealed record ReportViewer(IReadOnlyList<string> Roles, ActedForPage Agencies)
{
    /// <summary>Whether the reader reports for the agency.</summary>
    internal bool Reports => Agencies.TotalCount > 0;

    /// <summary>Whether the reader decides on reports for NPR.</summary>
    internal bool Reviews => Roles.Contains("Npr.Review");
}

public sealed record ActedForPage(int TotalCount);
