using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Words;
using Microsoft.AspNetCore.WebUtilities;

namespace Cwa.Dashboard.Reports;

/// <summary>Which reports the address asks for.</summary>
/// <param name="Department">The abbreviation of an agency, which stands for those below it as well.</param>
public sealed record ReportFilter(Month Month, ReportState? State, bool Overdue, bool IsRequested, string? Department)
{
    /// <summary>Whether only some of the agencies are listed, by how their reports of the month stand.</summary>
    public bool IsByStanding => State is not null || Overdue;

    /// <summary>The filter of agencies, for queries and exports.</summary>
    public Dictionary<string, object> Agencies
    {
        get
        {
            var where = new Dictionary<string, object> { ["directive"] = new { eq = Directive } };
            if (Department is not null)
            {
                var named = new { abbreviation = new { eq = Department } };
                where["or"] = new object[] { named, new { ancestor = named } };
            }

            return where;
        }
    }

    /// <summary>The address of the month's reports without a state.</summary>
    public string Address =>
        QueryHelpers.AddQueryString(
            "/reports",
            new Dictionary<string, string?>
            {
                ["month"] = $"{Month}",
                ["directive"] = IsRequested ? Directive : null,
                ["department"] = Department,
            }
        );

    /// <summary>The list as a file; null if what is listed are reports that have not come.</summary>
    public string? Export =>
        Overdue || State is ReportState.Draft or ReportState.Missing or ReportState.Excused or ReportState.NotReported
            ? null
            : Reading.Export.Csv("reports", Reports);

    public bool Shows(ReportingAgency agency) =>
        agency.In(Month) is { } standing
            ? (State is not { } state || standing.State == state) && (!Overdue || standing.Overdue)
            : !IsByStanding && agency.ReportingCalendar.Count > 0;

    private string Directive => IsRequested ? "REQUESTED" : "DIRECTED";

    private Dictionary<string, object> Reports =>
        State is { } state
            ? new()
            {
                ["agency"] = Agencies,
                ["month"] = new { eq = $"{Month}" },
                ["status"] = new { eq = $"{state}".ToUpperInvariant() },
            }
            : new()
            {
                ["agency"] = Agencies,
                ["month"] = new { gte = $"{Month.FirstOfYear}", lte = $"{Month.LastOfYear}" },
            };
}
