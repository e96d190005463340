namespace Cwa.Model;

/// <summary>One row of a file of agencies.</summary>
internal sealed record AgencyLine(
    long Line,
    string Abbreviation,
    string Name,
    AgencyKind Kind,
    string? Parent,
    DirectiveStanding Directive,
    string Basis,
    bool HighImpact,
    DateOnly? ActiveTo
);
