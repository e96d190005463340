using Cwa.Dashboard.Calls;
using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Overview;

/// <summary>The overview, as NPR and agencies read it.</summary>
[Operation("overview", "reportingStatus", "attention", "feed", "complaintTrend", "eventCounts")]
public sealed record OverviewData(
    IReadOnlyList<MonthStatus> ReportingStatuses,
    DepartmentStatuses ReportingStatus,
    AttentionList Attention,
    ArrivalPage Feed,
    ComplaintTrend ComplaintTrend,
    EventCounts EventCounts
);

public sealed record DepartmentStatuses(IReadOnlyList<DepartmentStatus> Departments);

public sealed record DepartmentStatus(
    NamedAgency Agency,
    int Missing,
    int Draft,
    int Submitted,
    int Accepted,
    int Returned,
    int Overdue
)
{
    internal ReportCounts Counts => new(Accepted, Submitted, Returned, Draft, Missing, Overdue);
}

public sealed record NamedAgency(string Abbreviation, string Name);

public sealed record ArrivalPage(IReadOnlyList<ArrivalEdge> Edges);

public sealed record ArrivalEdge(string Cursor, Arrival Node);

public sealed record Arrival(NamedAgency? Agency, ArrivedReport? Subject);

public sealed record ArrivedReport(
    Month? Month,
    int? Revision,
    ReportStatus? Status,
    bool? Nil,
    int? EventCount,
    DateTimeOffset? SubmittedAt
);

public sealed record EventCounts(int Total, int National, int Virtual, IReadOnlyList<StateCount> ByState);

public sealed record StateCount(string State, int Events);
