using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Reporting;

/// <summary>The ids of agencies that a form names.</summary>
[Operation("agency-ids")]
public sealed record AgencyIdsData(NamedAgencies Agencies);

public sealed record NamedAgencies(IReadOnlyList<NamedAgency> Nodes);

public sealed record NamedAgency(string Id, string Abbreviation);
