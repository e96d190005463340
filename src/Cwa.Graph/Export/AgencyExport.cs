using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>The agencies that the memorandum directs or asks, past and current.</summary>
internal sealed class AgencyExport()
    : ListExport(
        "agencies",
        "agencies",
        new("id", "id"),
        new("abbreviation", "abbreviation"),
        new("name", "name"),
        new("kind", "kind"),
        new("parent_abbreviation", "parent.abbreviation"),
        new("directive", "directive"),
        new("basis", "directiveBasis"),
        new("high_impact", "highImpact"),
        new("active_from", "activeFrom"),
        new("active_to", "activeTo"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
