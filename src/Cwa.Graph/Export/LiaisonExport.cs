using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Designations of primary liaisons (action 2), past and current.</summary>
internal sealed class LiaisonExport()
    : ListExport(
        "liaisons",
        "liaisons",
        new("id", "id"),
        new("agency", "agency.abbreviation"),
        new("agency_name", "agency.name"),
        new("name", "name"),
        new("title", "title"),
        new("office", "office"),
        new("phone", "phone"),
        new("email", "email"),
        new("coverage", "coverage"),
        new("designated_on", "designatedOn"),
        new("reported_at", "reportedAt"),
        new("ended_on", "endedOn"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
