using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>What was learned from customers (actions 1 and 5), with the columns of their import.</summary>
internal sealed class FindingExport()
    : ListExport(
        "findings",
        "findings",
        new("id", "id"),
        new("agency", "agency.abbreviation"),
        new("agency_name", "agency.name"),
        new("about", "about"),
        new("theme", "theme"),
        new("own_theme", "ownTheme.name"),
        new("text", "text"),
        new("found_on", "foundOn"),
        new("customer_group", "customerGroup"),
        new("people", "people"),
        new("event", "event.id"),
        new("starts_on", "event.startsOn"),
        new("survey", "survey.id"),
        new("program", "program.id"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
