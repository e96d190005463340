using Cwa.Dashboard.Events;

namespace Cwa.Dashboard.Agencies;

/// <summary>What an agency is, for every reader.</summary>
public interface IAgencyFacts
{
    string Abbreviation { get; }
    string Name { get; }
    AgencyKind Kind { get; }
    DirectiveStanding Directive { get; }
    string DirectiveBasis { get; }
    bool HighImpact { get; }
    long? CustomerBase { get; }
    DateOnly? ActiveTo { get; }
    LinkedAgency? Parent { get; }
}

public enum AgencyKind
{
    ExecutiveDepartment,
    Bureau,
    IndependentAgency,
    GovernmentCorporation,
}

public enum DirectiveStanding
{
    Directed,
    Requested,
}

public sealed record LinkedAgency(string Abbreviation, string Name);

public sealed record AgencyList(IReadOnlyList<LinkedAgency> Nodes);

public sealed record ConversationList(int TotalCount, IReadOnlyList<Conversation> Nodes);

public sealed record Conversation(
    string? Title,
    string Description,
    DateOnly StartsOn,
    EventFormat? Format,
    string Status,
    string? PlaceKind,
    string? State,
    string? City,
    int? Attendance,
    string? CountMethod
);

public sealed record ResultList(IReadOnlyList<PublishedResult> Nodes);

public sealed record PublishedResult(
    int Year,
    string Title,
    string? Summary,
    DateOnly? PublishedOn,
    Readability? PlainLanguage
);

public sealed record Readability(double Grade);
