using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Surveys (action 6), with the columns of their import.</summary>
internal sealed class SurveyExport()
    : ListExport(
        "surveys",
        "surveys",
        new("id", "id"),
        new("agency", "agency.abbreviation"),
        new("agency_name", "agency.name"),
        new("kind", "kind"),
        new("title", "title"),
        new("conducted_from", "conductedFrom"),
        new("conducted_to", "conductedTo"),
        new("channel", "channel"),
        new("service", "service"),
        new("question", "question"),
        new("population", "population"),
        new("offered", "offered"),
        new("responses", "responses"),
        new("counts_missing", "countsMissing"),
        new("ratings", "ratings"),
        new("mean_rating", "meanRating"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
