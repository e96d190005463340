using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Monthly reports (action 2), every revision.</summary>
internal sealed class ReportExport()
    : ListExport(
        "reports",
        "monthlyReports",
        new("id", "id"),
        new("agency", "agency.abbreviation"),
        new("agency_name", "agency.name"),
        new("month", "month"),
        new("revision", "revision"),
        new("status", "status"),
        new("nil", "nil"),
        new("event_count", "eventCount"),
        new("due_on", "dueOn"),
        new("submitted_at", "submittedAt"),
        new("submitted_by", "submittedBy"),
        new("reason", "reason"),
        new("decided_at", "decidedAt"),
        new("decided_by", "decidedBy"),
        new("return_reason", "returnReason"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
