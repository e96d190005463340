using Cwa.Dashboard.Events;
using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Agencies;

/// <summary>One agency, as anybody reads it.</summary>
[Operation("agency-public")]
public sealed record PublicAgencyData(OpenAgency? Agency);

public sealed record OpenAgency(
    string Abbreviation,
    string Name,
    AgencyKind Kind,
    DirectiveStanding Directive,
    string DirectiveBasis,
    bool HighImpact,
    long? CustomerBase,
    DateOnly? ActiveTo,
    string? LiaisonOffice,
    LinkedAgency? Parent,
    AgencyList Components,
    OpenConversationList Upcoming,
    OpenConversationList Past,
    MeasuredStandardList ServiceStandards,
    OpenProcessList ComplaintProcesses,
    IReadOnlyList<ChangeForCustomers> ChangesForCustomers,
    ProgramList Programs,
    ResultList AnnualReports
) : IAgencyFacts;

public sealed record OpenConversationList(int TotalCount, IReadOnlyList<OpenConversation> Nodes)
{
    internal ConversationList Shown => new(TotalCount, [.. Nodes.Select(conversation => conversation.Shown)]);
}

public sealed record OpenConversation(
    string? Title,
    string Description,
    DateOnly StartsOn,
    EventFormat? Format,
    string Status,
    string? PlaceKind,
    string? State,
    string? City
)
{
    internal Conversation Shown =>
        new(Title, Description, StartsOn, Format, Status, PlaceKind, State, City, Attendance: null, CountMethod: null);
}

public sealed record OpenProcessList(IReadOnlyList<OpenProcess> Nodes);

public sealed record OpenProcess(
    string Description,
    IReadOnlyList<string> Channels,
    string Owner,
    int TargetDays,
    DateOnly InPlaceOn
);

public sealed record ChangeForCustomers(string Action, DateOnly TakenOn, string Outcome, DateOnly ObservedOn);

public sealed record ProgramList(IReadOnlyList<RunningProgram> Nodes);

public sealed record RunningProgram(string Name, string Purpose, DateOnly StartsOn);
