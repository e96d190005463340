using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>
/// The scorecard, a row for each agency and requirement. Every row has the memorandum's statement on judicial review,
/// because rows are cut out and passed on.
/// </summary>
internal sealed class ScorecardExport : ListExport
{
    public ScorecardExport()
        : base(
            "scorecard",
            "scorecard",
            new("as_of", "asOf"),
            new("agency", "agencies.agency.abbreviation"),
            new("agency_name", "agencies.agency.name"),
            new("directive", "agencies.agency.directive"),
            new("requirement", "agencies.cells.requirement.key"),
            new("status", "agencies.cells.status"),
            new("counts_as_met", "agencies.cells.countsAsMet"),
            new("reason", "agencies.cells.reason"),
            new("inherited_from", "agencies.cells.inheritedFrom.abbreviation"),
            new("evidence_count", "agencies.cells.evidenceCount"),
            new("judged_on", "agencies.judgedOn"),
            new("data_as_of", "dataAsOf"),
            new("judicial_review", "judicialReview"),
            new("value", "agencies.cells.value"),
            new("unit", "agencies.cells.unit")
        ) => Each = ["agencies", "cells"];
}
