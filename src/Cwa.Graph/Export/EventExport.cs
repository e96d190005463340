using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Events (actions 1 to 3), with the columns of the import of events where it has them.</summary>
internal sealed class EventExport()
    : ListExport(
        "events",
        "events",
        new("id", "id"),
        new("agency", "agency.abbreviation"),
        new("agency_name", "agency.name"),
        new("month", "report.month"),
        new("title", "title"),
        new("description", "description"),
        new("starts_on", "startsOn"),
        new("ends_on", "endsOn"),
        new("status", "status"),
        new("medium", "medium"),
        new("format", "format"),
        new("setting", "setting"),
        new("access", "access"),
        new("topic_scope", "topicScope"),
        new("languages", "languages"),
        new("place_kind", "placeKind"),
        new("state", "state"),
        new("city", "city"),
        new("co_hosts", "hosts.abbreviation"),
        new("expected_reach", "expectedReach"),
        new("attendance", "attendance"),
        new("count_method", "countMethod"),
        new("postponed_from", "postponedFrom"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
