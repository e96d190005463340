using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Where customers live and work (action 3), with the columns of their import.</summary>
internal sealed class ServiceAreaExport()
    : ListExport(
        "service-areas",
        "serviceAreas",
        new("id", "id"),
        new("agency", "agency.abbreviation"),
        new("agency_name", "agency.name"),
        new("state", "state"),
        new("customers_living", "customersLiving"),
        new("customers_working", "customersWorking"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
