using Cwa.Dashboard.Overview;
using Cwa.Dashboard.Parts;
using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Tests;

/// <summary>What operations answer.</summary>
internal static class Answers
{
    /// <summary>An overview with nothing in it but the reports of each month: 1 of 2 is in, or none of later ones.</summary>
    public static OverviewData Overview { get; } =
        new(
            [.. Enumerable.Range(3, 22).Select(number => Status(Month.First.Plus(number - 3)))],
            new([new(new("DOE", "Department of Energy"), 1, 0, 0, 1, 0, 1)]),
            new(0, []),
            new([]),
            new([Point(9, 5), Point(10, 3)]),
            new(0, 0, 0, [])
        );

    private static TrendPoint Point(int month, long received) =>
        new(new(1998, month), received, null, null, null, 0, null);

    /// <summary>The reports of a month are due on the last day of the month before.</summary>
    public static MonthStatus Status(Month month) =>
        month > new Month(1998, 11)
            ? new(month, month.FirstDay.AddDays(-1), 2, 0, 0, 0, 0, 0, 0, new(1, 1, 0, 0, 0, 0))
            : new(month, month.FirstDay.AddDays(-1), 1, 0, 0, 1, 0, 0, 1, new(1, 1, 0, 0, 0, 0));

    /// <summary>An agency of which nothing is known, without a part that could not be read.</summary>
    public static Dictionary<string, object?> AgencyWithout(string part)
    {
        var none = new { totalCount = 0, nodes = Array.Empty<object>() };
        var agency = new Dictionary<string, object?>
        {
            ["abbreviation"] = "SSA",
            ["name"] = "Social Security Administration",
            ["kind"] = "INDEPENDENT_AGENCY",
            ["directive"] = "DIRECTED",
            ["directiveBasis"] = "",
            ["reach"] = new
            {
                events = 0,
                held = 0,
                customersMet = 0,
                customersMetEstimated = 0,
                mediaUsed = Array.Empty<string>(),
            },
            ["reportingCalendar"] = Array.Empty<object>(),
        };
        foreach (
            var list in (string[])
                [
                    "components",
                    "longerFigures",
                    "complaintProcesses",
                    "systemicProblems",
                    "upcoming",
                    "past",
                    "findings",
                    "serviceStandards",
                    "annualReports",
                ]
        )
            agency[list] = none;
        agency[part] = null;
        return agency;
    }
}
