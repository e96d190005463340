using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Agencies;

/// <summary>One agency, as NPR and its own people read it.</summary>
[Operation(
    "agency",
    "agency.attention",
    "agency.reportingCalendar",
    "agency.scorecard",
    "agency.complaintTrend",
    "agency.longerFigures",
    "agency.complaintProcesses",
    "agency.systemicProblems",
    "agency.upcoming",
    "agency.past",
    "agency.reach",
    "agency.findings",
    "agency.serviceStandards",
    "agency.annualReports",
    "agency.components"
)]
public sealed record AgencyData(WholeAgency? Agency);

public sealed record WholeAgency(
    string Abbreviation,
    string Name,
    AgencyKind Kind,
    DirectiveStanding Directive,
    string DirectiveBasis,
    bool HighImpact,
    long? CustomerBase,
    DateOnly? ActiveTo,
    LinkedAgency? Parent,
    SpeakingLiaison? EffectiveLiaison,
    CalledPerson? NearestLiaison,
    AgencyList Components,
    ReasonsToCall? Attention,
    IReadOnlyList<ReportedMonth> ReportingCalendar,
    Duties? Scorecard,
    ComplaintTrend? ComplaintTrend,
    LongerFigureList LongerFigures,
    ProcessList ComplaintProcesses,
    ProblemList SystemicProblems,
    ConversationList Upcoming,
    ConversationList Past,
    PeopleMet? Reach,
    FindingList Findings,
    MeasuredStandardList ServiceStandards,
    ResultList AnnualReports
) : IAgencyFacts;

public sealed record SpeakingLiaison(CalledPerson Liaison);

public sealed record CalledPerson(
    string Name,
    string? Office,
    string? Phone,
    string? Email,
    DateOnly DesignatedOn,
    PersonsAgency Agency
);

public sealed record PersonsAgency(string Abbreviation);

public sealed record ReasonsToCall(IReadOnlyList<ReasonToCall> Reasons);

public sealed record ReasonToCall(string Kind, string Text);

public sealed record ReportedMonth(Month Month, DateOnly DueOn, ReportState State, bool Overdue, SentReport? Report)
{
    internal Standing Standing => new(State, Overdue);
}

public sealed record SentReport(int? Revision, bool Nil, int EventCount, string? ReturnReason);

public sealed record Duties(DateOnly AsOf, IReadOnlyList<DutyCell> Cells);

public sealed record DutyCell(DutyStatus Status, string Reason, DutyKey Requirement);

public sealed record DutyKey(string Key);

public sealed record LongerFigureList(IReadOnlyList<LongerFigures> Nodes);

/// <summary>Figures for a quarter or a year.</summary>
public sealed record LongerFigures(
    Month Month,
    Month LastMonth,
    string? Channel,
    FiguresCategory? Category,
    long? Received,
    long? Resolved,
    long? PendingEnd,
    double? MedianDays
);

public sealed record FiguresCategory(string Name);

public sealed record ProcessList(IReadOnlyList<ComplaintProcess> Nodes);

public sealed record ComplaintProcess(string Description, int TargetDays, DateOnly InPlaceOn);

public sealed record ProblemList(IReadOnlyList<FoundProblem> Nodes);

public sealed record FoundProblem(string Title, string Status, DateOnly FoundOn, string? Owner, ChangeList Changes);

public sealed record ChangeList(IReadOnlyList<Change> Nodes);

public sealed record Change(string Description, DateOnly EffectiveOn);

public sealed record PeopleMet(
    int Events,
    int Held,
    long CustomersMet,
    long CustomersMetEstimated,
    IReadOnlyList<string> MediaUsed
);

public sealed record FindingList(int TotalCount, IReadOnlyList<Finding> Nodes);

public sealed record Finding(DateOnly FoundOn, string About, string Text, int? DaysToAction, ActionList Actions);

public sealed record ActionList(IReadOnlyList<ActionTaken> Nodes);

public sealed record ActionTaken(string Description);

public sealed record MeasuredStandardList(IReadOnlyList<MeasuredStandard> Nodes);

public sealed record MeasuredStandard(string Statement, string Unit, double Target, MeasurementList Measurements);
