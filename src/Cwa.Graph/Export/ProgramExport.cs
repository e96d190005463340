using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Continuing programs (action 1), with the columns of their import.</summary>
internal sealed class ProgramExport()
    : ListExport(
        "programs",
        "programs",
        new("id", "id"),
        new("agency", "agency.abbreviation"),
        new("agency_name", "agency.name"),
        new("name", "name"),
        new("purpose", "purpose"),
        new("starts_on", "startsOn"),
        new("ends_on", "endsOn"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
