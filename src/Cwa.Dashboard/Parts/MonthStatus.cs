using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Parts;

/// <summary>How the reports of a month stand: `ReportingStatus` of the schema.</summary>
public sealed record MonthStatus(
    Month Month,
    DateOnly DueOn,
    int Missing,
    int Draft,
    int Submitted,
    int Accepted,
    int Returned,
    int Excused,
    int Overdue,
    RequestedCounts Requested
)
{
    internal ReportCounts Counts => new(Accepted, Submitted, Returned, Draft, Missing, Overdue);

    /// <summary>Whether none of these reports is begun, and the day when they are due is still to come.</summary>
    internal bool IsStillEmpty(ReportCounts counts, DateOnly today) =>
        DueOn >= today && counts is { In: 0, Overdue: 0, Draft: 0, Returned: 0 };
}

/// <summary>The reports that agencies are asked for, and not directed to send. None of them is ever overdue.</summary>
public sealed record RequestedCounts(int Asked, int NotReported, int Draft, int Submitted, int Accepted, int Returned)
{
    internal int Reported => Counts.In;

    internal ReportCounts Counts => new(Accepted, Submitted, Returned, Draft, NotReported, Overdue: 0);
}
