using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>How many customers agencies serve (action 3), with the columns of their import.</summary>
internal sealed class CustomerBaseExport()
    : ListExport(
        "customer-bases",
        "customerBases",
        new("id", "id"),
        new("agency", "agency.abbreviation"),
        new("agency_name", "agency.name"),
        new("customers", "customers"),
        new("effective_from", "effectiveFrom"),
        new("source", "source"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
