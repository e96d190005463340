using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;

namespace Cwa.Dashboard.Scorecard;

/// <summary>How each agency stands on each duty.</summary>
[Operation("scorecard")]
public sealed record ScorecardData(Judged Scorecard, DepartmentPage Departments, AgencyCount Every);

public sealed record Judged(
    IReadOnlyList<DutyText> Requirements,
    Government Government,
    IReadOnlyList<AgencyRow> Agencies
);

public sealed record DutyText(string Key, string Text, string Rule);

public sealed record Government(
    int DirectedAgencies,
    int RequestedAgencies,
    int AgenciesWithNotMet,
    int CellsNotMet,
    IReadOnlyList<DutySum> Requirements
);

/// <summary>How many agencies meet a duty. The cells of a row come in the order of these.</summary>
public sealed record DutySum(
    Requirement Requirement,
    int CountAsMet,
    int Decided,
    int Undecided,
    int NotMet,
    int VoluntaryMet,
    bool CanBeMet
)
{
    /// <summary>Not met, or spoken for by an agency that has not met it.</summary>
    internal int CountAsNotMet => Decided - CountAsMet;
}

public sealed record Requirement(string Key, int? Action);

public sealed record AgencyRow(RowAgency Agency, int NotMet, IReadOnlyList<Cell> Cells);

public sealed record RowAgency(string Abbreviation, string Name, Standing Directive, AgencyAbove? Parent);

public sealed record AgencyAbove(string Abbreviation);

public enum Standing
{
    Directed,
    Requested,
}

public sealed record Cell(DutyStatus Status, bool? CountsAsMet, double? Value, CellUnit? Unit);

public enum CellUnit
{
    CustomersMet,
    MediaOfFour,
    ShareOfCustomersLiving,
}

public sealed record DepartmentPage(IReadOnlyList<Department> Nodes);

public sealed record Department(string Abbreviation, string Name);
