using Cwa.Dashboard.Agencies;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Reporting;

/// <summary>The reports that wait for NPR.</summary>
[Operation("queue")]
public sealed record QueueData(WaitingReports MonthlyReports, QueueViewer? Viewer);

public sealed record WaitingReports(int TotalCount, PageInfo PageInfo, IReadOnlyList<WaitingReport> Nodes);

public sealed record WaitingReport(
    string Id,
    Month Month,
    int? Revision,
    bool Nil,
    int EventCount,
    string? Reason,
    DateTimeOffset? SubmittedAt,
    string? SubmittedBy,
    DateOnly DueOn,
    WaitingAgency Agency
)
{
    /// <summary>Whether it came after its due day. An agency that is only asked is never late.</summary>
    internal bool IsLate =>
        Agency.Directive == DirectiveStanding.Directed && Revision == 1 && Say.DayOf(SubmittedAt!.Value) > DueOn;
}

public sealed record WaitingAgency(string Abbreviation, string Name, DirectiveStanding Directive);

public sealed record QueueViewer(IReadOnlyList<string> Roles);
