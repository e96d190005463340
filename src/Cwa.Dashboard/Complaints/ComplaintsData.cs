using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Complaints;

/// <summary>Complaints under one filter: their trend, what grows, what was changed, and what does not carry over.</summary>
[Operation(
    "complaints",
    "byCategory",
    "byChannel",
    "byAgency",
    "growingComplaintCategories",
    "processChanges",
    "complaintCarryOver"
)]
public sealed record ComplaintsData(
    ComplaintTrend ComplaintTrend,
    CategoryTrend ByCategory,
    ChannelTrend ByChannel,
    AgencyTrend ByAgency,
    GrowingCategories GrowingComplaintCategories,
    ProcessChanges ProcessChanges,
    CarryOver ComplaintCarryOver
);

public sealed record CategoryTrend(IReadOnlyList<CategoryPoint> Points);

public sealed record CategoryPoint(Month From, ComplaintCategory? Category, long Received);

public sealed record ChannelTrend(IReadOnlyList<ChannelPoint> Points);

public sealed record ChannelPoint(Month From, ComplaintChannel? Channel, long Received);

public sealed record AgencyTrend(IReadOnlyList<AgencyPoint> Points);

public sealed record AgencyPoint(
    ComplainedAgency? Agency,
    long Received,
    double? ResolvedShare,
    double? MedianDays,
    long PendingEnd
);

public sealed record ComplainedAgency(string Abbreviation, string Name);

public sealed record GrowingCategories(int TotalCount, IReadOnlyList<GrowingCategory> Categories);

public sealed record GrowingCategory(
    ComplainedAgency Agency,
    NamedCategory Category,
    long ReceivedBefore,
    long Received,
    double? ReceivedPercent,
    OpenProblems OpenProblems
);

public sealed record NamedCategory(string Name);

public sealed record OpenProblems(IReadOnlyList<OpenProblem> Nodes);

public sealed record OpenProblem(string Title, ProblemStatus Status, string? Owner);

public sealed record ProcessChanges(int TotalCount, IReadOnlyList<ProcessChange> Nodes);

public sealed record ProcessChange(
    DateOnly EffectiveOn,
    string Description,
    string Unit,
    double? Before,
    double? After,
    SolvedProblem? Problem,
    ChangeEffect? Effect
);

public sealed record SolvedProblem(string Title, ProblemStatus Status, ProblemSteps Steps, ComplainedAgency Agency);

public sealed record ProblemSteps(int? DaysFoundToChanged, int? DaysFoundToVerified);

public sealed record ChangeEffect(double? ReceivedPercent, double? MedianDays);

public sealed record CarryOver(int TotalCount, IReadOnlyList<CarryOverBreak> Breaks);

public sealed record CarryOverBreak(
    ComplainedAgency Agency,
    NamedCategory? Category,
    ComplaintChannel? Channel,
    Month Month,
    CoveredPeriod Covers,
    Month MonthBefore,
    long? Closing,
    long? Opening,
    long? Difference
);

public enum CoveredPeriod
{
    Month,
    Quarter,
    Year,
}

public enum ComplaintCategory
{
    Access,
    Accuracy,
    Clarity,
    Cost,
    Courtesy,
    Other,
    Outcome,
    Timeliness,
}

public enum ComplaintChannel
{
    Email,
    InPerson,
    Mail,
    Other,
    Telephone,
    Web,
}

public enum ProblemStatus
{
    Identified,
    Assigned,
    FixPlanned,
    Changed,
    Verified,
    NotEffective,
}
