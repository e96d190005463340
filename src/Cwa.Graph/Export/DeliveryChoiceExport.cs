using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>By which means and from whom customers get services (EO-f), with the columns of their import.</summary>
internal sealed class DeliveryChoiceExport()
    : ListExport(
        "delivery-choices",
        "deliveryChoices",
        new("id", "id"),
        new("agency", "agency.abbreviation"),
        new("agency_name", "agency.name"),
        new("service", "service"),
        new("means", "means"),
        new("provider", "provider"),
        new("offered_from", "offeredFrom"),
        new("offered_to", "offeredTo"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
