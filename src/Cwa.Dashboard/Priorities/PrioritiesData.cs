using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Priorities;

/// <summary>What customers asked for, what was done about it, how fast, and whether it helped.</summary>
[Operation("priorities", "customerPriorities", "findingProgress", "problemProgress", "complaintTrend")]
public sealed record PrioritiesData(
    CustomerPriorities CustomerPriorities,
    FindingProgress FindingProgress,
    SolvedProblems ProblemProgress,
    ComplaintTrend ComplaintTrend
);

/// <summary>How many said so, and what is open.</summary>
public interface IPriority
{
    long People { get; }
    int PeopleNotSaid { get; }
    int Findings { get; }
    int Agencies { get; }
    int Actions { get; }
    int WithoutAction { get; }
    int WithoutOutcome { get; }
}

public sealed record CustomerPriorities(
    long People,
    int PeopleNotSaid,
    int Findings,
    int Agencies,
    int Actions,
    int WithoutAction,
    int WithoutOutcome,
    IReadOnlyList<ThemePriority> Themes,
    IReadOnlyList<GroupPriorities> Groups
);

public sealed record ThemePriority(
    FindingTheme? Theme,
    long People,
    int PeopleNotSaid,
    int Findings,
    int Agencies,
    int Actions,
    int WithoutAction,
    int WithoutOutcome,
    IReadOnlyList<OwnPriority> Own
) : IPriority;

public sealed record OwnPriority(OwnTheme Theme, long People, int Findings);

public sealed record OwnTheme(string Name, NamedAgency Agency);

public sealed record GroupPriorities(
    NamedAgency? Department,
    string? State,
    CustomerGroup? CustomerGroup,
    long People,
    int PeopleNotSaid,
    int Findings,
    int Agencies,
    int Actions,
    int WithoutAction,
    int WithoutOutcome,
    IReadOnlyList<GroupTheme> Themes
) : IPriority;

public sealed record GroupTheme(FindingTheme? Theme, long People, int Findings);

public sealed record FindingProgress(
    int Findings,
    int WithAction,
    int WithOutcome,
    double? MedianDaysToAction,
    double? MedianDaysToOutcome,
    IReadOnlyList<AgencyFindingProgress> ByAgency
);

public sealed record AgencyFindingProgress(
    NamedAgency Agency,
    int Findings,
    int WithAction,
    int WithOutcome,
    double? MedianDaysToAction
);

public sealed record SolvedProblems(
    int Problems,
    int Open,
    int Verified,
    int PastTarget,
    int ComplaintsReturned,
    StepDays ToAssigned,
    StepDays ToPlanned,
    StepDays ToChanged,
    StepDays ToVerified
) : IStepProgress;

public enum FindingTheme
{
    Access,
    Accuracy,
    BeingKeptInformed,
    ChoiceOfDelivery,
    Courtesy,
    KnowingWhomToAsk,
    Other,
    Paperwork,
    PlainLanguage,
    PuttingThingsRight,
    ServiceItself,
    TimelyDecisions,
    Waiting,
}

public enum PriorityGrouping
{
    Department,
    State,
    CustomerGroup,
}
