namespace Cwa.Dashboard.Parts;

/// <summary>An agency, as <see cref="AgencyLink"/> shows it.</summary>
public sealed record NamedAgency(string Abbreviation, string Name);
