using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Attendance at the events that were held (action 2), with the columns of its import.</summary>
internal sealed class AttendanceExport : ListExport
{
    public AttendanceExport()
        : base(
            "attendance",
            "events",
            new("agency", "agency.abbreviation"),
            new("agency_name", "agency.name"),
            new("event", "id"),
            new("description", "description"),
            new("starts_on", "startsOn"),
            new("attendance", "attendance"),
            new("count_method", "countMethod"),
            new("recorded_at", "recordedAt"),
            new("updated_at", "updatedAt")
        ) => Only = "{ status: { eq: HELD } }";
}
