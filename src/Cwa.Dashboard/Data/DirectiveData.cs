using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Data;

/// <summary>What the figures mean.</summary>
[Operation("data")]
public sealed record DirectiveData(Memorandum Directive);

public sealed record Memorandum(
    string Title,
    DateOnly IssuedOn,
    string Issuer,
    string Text,
    IReadOnlyList<Duty> Requirements,
    IReadOnlyList<Basis> Authorities
);

public sealed record Duty(string Key, int? Action, string Force, string Text, string Rule);

public sealed record Basis(string Name, DateOnly SignedOn, string Purpose);
