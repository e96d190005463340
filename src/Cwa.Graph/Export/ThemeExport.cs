using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Agencies' own themes of findings (action 1), with the columns of their import.</summary>
internal sealed class ThemeExport()
    : ListExport(
        "themes",
        "agencyThemes",
        new("id", "id"),
        new("agency", "agency.abbreviation"),
        new("agency_name", "agency.name"),
        new("name", "name"),
        new("theme", "theme"),
        new("retired_on", "retiredOn"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
