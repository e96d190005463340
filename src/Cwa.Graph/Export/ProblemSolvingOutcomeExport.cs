using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>What problem-solving days and other events achieved (action 4), with the columns of their import.</summary>
internal sealed class ProblemSolvingOutcomeExport()
    : ListExport(
        "problem-solving-outcomes",
        "problemSolvingOutcomes",
        new("agency", "event.agency.abbreviation"),
        new("agency_name", "event.agency.name"),
        new("event", "event.id"),
        new("description", "event.description"),
        new("starts_on", "event.startsOn"),
        new("appointments", "appointments"),
        new("walk_ins", "walkIns"),
        new("solved_by_phone", "solvedByPhone"),
        new("cases_opened", "casesOpened"),
        new("cases_resolved", "casesResolved"),
        new("top_issues", "topIssues"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
