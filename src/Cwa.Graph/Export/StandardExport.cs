using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Service standards (action 5), past and current, with the columns of their import.</summary>
internal sealed class StandardExport()
    : ListExport(
        "standards",
        "serviceStandards",
        new("id", "id"),
        new("agency", "agency.abbreviation"),
        new("agency_name", "agency.name"),
        new("statement", "statement"),
        new("measure", "measure"),
        new("unit", "unit"),
        new("target", "target"),
        new("direction", "direction"),
        new("customer_group", "customerGroup"),
        new("effective_from", "effectiveFrom"),
        new("withdrawn_on", "withdrawnOn"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
