using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Priorities;

/// <summary>What customers told agencies, and what was done about it.</summary>
[Operation("findings", "findingProgress")]
public sealed record FindingsData(FindingProgress FindingProgress, FindingPage Findings);

public sealed record FindingPage(int TotalCount, PageInfo PageInfo, IReadOnlyList<ToldFinding> Nodes);

public sealed record ToldFinding(
    DateOnly FoundOn,
    string Text,
    FindingTheme? Theme,
    ToldTheme? OwnTheme,
    CustomerGroup? CustomerGroup,
    long? People,
    NamedAgency Agency,
    ToldAt? Event,
    ToldSurvey? Survey,
    ToldProgram? Program,
    TakenActions Actions
)
{
    /// <summary>Where it was told: the name of a conversation, a survey or a program.</summary>
    internal string? Source => Event?.Title ?? Event?.Description ?? Survey?.Title ?? Program?.Name;
}

public sealed record ToldAt(string? Title, string Description);

public sealed record ToldSurvey(string Title);

public sealed record ToldTheme(string Name);

public sealed record ToldProgram(string Name);

public sealed record TakenActions(IReadOnlyList<TakenAction> Nodes);

public sealed record TakenAction(DateOnly TakenOn, string Description, SeenOutcomes Outcomes);

public sealed record SeenOutcomes(IReadOnlyList<SeenOutcome> Nodes);

public sealed record SeenOutcome(string Description);
