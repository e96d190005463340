using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Complaint figures (action 4), each in its current revision, with the columns of their import.</summary>
internal sealed class ComplaintExport()
    : ListExport(
        "complaints",
        "complaintMetrics",
        new("id", "id"),
        new("agency", "agency.abbreviation"),
        new("agency_name", "agency.name"),
        new("month", "month"),
        new("covers", "covers"),
        new("last_month", "lastMonth"),
        new("category", "category.name"),
        new("top_category", "category.top"),
        new("channel", "channel"),
        new("revision", "revision"),
        new("pending_start", "pendingStart"),
        new("received", "received"),
        new("resolved", "resolved"),
        new("pending_end", "pendingEnd"),
        new("within_target", "withinTarget"),
        new("counts_missing", "countsMissing"),
        new("median_days", "medianDays"),
        new("median_days_missing", "medianDaysMissing"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
