using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>What was said about events that take place, so that a file can say what was left out.</summary>
internal sealed class EventCompletionExport : ListExport
{
    public EventCompletionExport()
        : base(
            "event-completions",
            "events",
            new("agency", "agency.abbreviation"),
            new("agency_name", "agency.name"),
            new("event", "id"),
            new("description", "description"),
            new("starts_on", "startsOn"),
            new("title", "title"),
            new("medium", "medium"),
            new("format", "format"),
            new("setting", "setting"),
            new("access", "access"),
            new("topic_scope", "topicScope"),
            new("languages", "languages"),
            new("place_kind", "placeKind"),
            new("state", "state"),
            new("city", "city"),
            new("expected_reach", "expectedReach"),
            new("recorded_at", "recordedAt"),
            new("updated_at", "updatedAt")
        ) => Only = "{ status: { neq: CANCELLED } }";
}
