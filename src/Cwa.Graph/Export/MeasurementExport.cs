using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>How standards were kept (action 5), with the columns of their import.</summary>
internal sealed class MeasurementExport()
    : ListExport(
        "measurements",
        "measurements",
        new("id", "id"),
        new("agency", "standard.agency.abbreviation"),
        new("agency_name", "standard.agency.name"),
        new("standard", "standard.id"),
        new("standard_statement", "standard.statement"),
        new("from_month", "fromMonth"),
        new("to_month", "toMonth"),
        new("value", "value"),
        new("value_missing", "valueMissing"),
        new("met", "met"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
