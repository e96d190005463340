using Cwa.Dashboard.Complaints;
using Cwa.Dashboard.Events;
using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Problems;

/// <summary>How quickly problems are solved, what is late, and what problem-solving days achieved.</summary>
[Operation(
    "problems",
    "problemProgress",
    "unsolved",
    "attention",
    "systemicProblems",
    "problemSolvingTotals",
    "problemSolvingOutcomes",
    "untold"
)]
public sealed record ProblemsData(
    ProblemProgress ProblemProgress,
    UnsolvedProblems Unsolved,
    ReturnedAgencies Attention,
    ProblemPage SystemicProblems,
    SolvedInAll ProblemSolvingTotals,
    UntoldDays Untold,
    ToldOutcomes ProblemSolvingOutcomes
);

public sealed record ProblemProgress(
    int Problems,
    int Open,
    int Verified,
    int PastTarget,
    int ComplaintsReturned,
    StepDays ToAssigned,
    StepDays ToPlanned,
    StepDays ToChanged,
    StepDays ToVerified,
    MedianOnly FoundToChanged,
    MedianOnly FoundToVerified,
    IReadOnlyList<AgencyProblems> ByAgency
) : IStepProgress;

public sealed record MedianOnly(double? MedianDays);

public sealed record AgencyProblems(
    NamedAgency Agency,
    int Problems,
    int Open,
    int PastTarget,
    MedianOnly FoundToVerified
);

public sealed record UnsolvedProblems(int TotalCount, IReadOnlyList<UnsolvedProblem> Nodes);

public sealed record UnsolvedProblem(
    string Title,
    ProblemStatus Status,
    string? Owner,
    NamedAgency Agency,
    DueStep Steps
);

public sealed record DueStep(DateOnly? DueOn, int? DaysPastTarget);

public sealed record ReturnedAgencies(int TotalCount, IReadOnlyList<ReturnedAgency> Items);

public sealed record ReturnedAgency(NamedAgency Agency, IReadOnlyList<ReturnedReason> Reasons);

public sealed record ReturnedReason(IReadOnlyList<ReturnedProblem> Problems);

public sealed record ReturnedProblem(string Title, DateOnly FoundOn, ReturnedComplaints? ComplaintsReturned);

public sealed record ReturnedComplaints(
    Month From,
    Month To,
    double? PerMonthBefore,
    double PerMonthSolved,
    double PerMonthSince
);

public sealed record ProblemPage(int TotalCount, PageInfo PageInfo, IReadOnlyList<ListedProblem> Nodes);

public sealed record ListedProblem(
    string Title,
    ProblemStatus Status,
    DateOnly FoundOn,
    string? Owner,
    NamedAgency Agency,
    NamedCategory? Category,
    TakenSteps Steps
);

public sealed record TakenSteps(
    int? DaysToAssigned,
    int? DaysToPlanned,
    int? DaysToChanged,
    int? DaysToVerified,
    DateOnly? DueOn,
    int? DaysPastTarget
);

public sealed record SolvedInAll(
    int Days,
    int OutcomesMissing,
    long Appointments,
    long WalkIns,
    long CasesOpened,
    long CasesResolved
);

public sealed record UntoldDays(IReadOnlyList<UntoldDay> Nodes);

public sealed record UntoldDay(
    string? Title,
    string Description,
    DateOnly StartsOn,
    EventStatus Status,
    NamedAgency Agency
);

public sealed record ToldOutcomes(IReadOnlyList<ToldOutcome> Nodes);

public sealed record ToldOutcome(
    int CasesOpened,
    int CasesResolved,
    int Appointments,
    int WalkIns,
    IReadOnlyList<string> TopIssues,
    SolvingDay? Event
);

public sealed record SolvingDay(string? Title, string Description, DateOnly StartsOn, NamedAgency Agency);
