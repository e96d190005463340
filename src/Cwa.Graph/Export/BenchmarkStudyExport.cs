using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Comparisons with the best in business (action 6), with the columns of their import.</summary>
internal sealed class BenchmarkStudyExport()
    : ListExport(
        "benchmark-studies",
        "benchmarkStudies",
        new("id", "id"),
        new("agency", "agency.abbreviation"),
        new("agency_name", "agency.name"),
        new("measure", "measure"),
        new("partner", "partner"),
        new("partner_score", "partnerScore"),
        new("own_score", "ownScore"),
        new("unit", "unit"),
        new("conducted_on", "conductedOn"),
        new("recorded_at", "recordedAt"),
        new("updated_at", "updatedAt")
    );
