using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>Annual reports (action 6), a row for each result that they state.</summary>
internal sealed class AnnualResultExport : ListExport
{
    public AnnualResultExport()
        : base(
            "annual-results",
            "annualReports",
            new("id", "statements.id"),
            new("report_id", "id"),
            new("agency", "agency.abbreviation"),
            new("agency_name", "agency.name"),
            new("year", "year"),
            new("year_basis", "yearBasis"),
            new("revision", "revision"),
            new("status", "status"),
            new("published_on", "publishedOn"),
            new("title", "title"),
            new("ordinal", "statements.ordinal"),
            new("standard", "statements.standard.statement"),
            new("measure", "statements.standard.measure"),
            new("unit", "statements.standard.unit"),
            new("target", "statements.standard.target"),
            new("direction", "statements.standard.direction"),
            new("text", "statements.text"),
            new("result", "statements.result"),
            new("met", "statements.met"),
            new("readability_grade", "plainLanguage.grade"),
            new("return_reason", "returnReason"),
            new("recorded_at", "recordedAt"),
            new("updated_at", "updatedAt")
        ) => Each = ["statements"];
}
