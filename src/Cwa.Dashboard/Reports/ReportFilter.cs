using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Reading;
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

    /// <summary>The list as a file: the reports that are listed or, if they have not come, the agencies.</summary>
    /// <param name="shown">The abbreviations of the agencies that are listed.</param>
    public string Export(IEnumerable<string> shown)
    {
        if (!IsByStanding)
        {
            var year = new { gte = $"{Month.FirstOfYear}", lte = $"{Month.LastOfYear}" };
            return Reading.Export.Csv("reports", new { agency = Agencies, month = year });
        }

        var listed = new { abbreviation = new { @in = shown } };
        return !Overdue && State is ReportState.Accepted or ReportState.Submitted or ReportState.Returned
            ? Reading.Export.Csv(
                "reports",
                new
                {
                    agency = listed,
                    month = new { eq = $"{Month}" },
                    status = new { eq = Asked.CodeOf(State.Value) },
                }
            )
            : Reading.Export.Csv("agencies", listed);
    }

    public bool Shows(ReportingAgency agency) =>
        agency.In(Month) is { } standing
            ? (State is not { } state || standing.State == state) && (!Overdue || standing.Overdue)
            : !IsByStanding && agency.ReportingCalendar.Count > 0;

    private string Directive => IsRequested ? "REQUESTED" : "DIRECTED";
}
