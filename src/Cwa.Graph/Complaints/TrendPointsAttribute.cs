using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>
/// The points of a trend: its periods times its groups. One statement adds them up, so very many cost no more than
/// 1,000.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TrendPointsAttribute : ListSizeAttribute
{
    /// <summary>As many as the arguments of `complaintTrend` ask for.</summary>
    public TrendPointsAttribute()
        : base(1_000) => ByParent = true;

    /// <inheritdoc/>
    public override string Advice => "ask for fewer months, longer intervals or fewer groups";

    /// <inheritdoc/>
    public override int Of(AskedArguments arguments) =>
        ReportMonth.TryParse(arguments.Text("from"), out var from)
        && ReportMonth.TryParse(arguments.Text("to"), out var to)
        && from <= to
        && from.MonthsUntil(to) < MonthSpan.MostMonths
            ? arguments
                .Texts("groupBy")
                .Distinct()
                .Aggregate(Periods(from, to, arguments.Text("interval")), (points, by) => points * Groups(by))
            : Most;

    private static int Periods(ReportMonth from, ReportMonth to, string? interval) =>
        interval switch
        {
            "FISCAL_YEAR" => to.Plus(3).Year - from.Plus(3).Year + 1,
            "YEAR" => to.Year - from.Year + 1,
            "QUARTER" => (to.Year - from.Year) * 4 + (to.Month - 1) / 3 - (from.Month - 1) / 3 + 1,
            _ => from.MonthsUntil(to) + 1,
        };

    // Figures of agencies that do not distinguish categories or channels are a group of their own.
    private static int Groups(string by) =>
        by switch
        {
            "AGENCY" => Government.MostAgencies,
            "DEPARTMENT" => Government.MostDepartments,
            "CATEGORY" => Enum.GetValues<TopCategory>().Length + 1,
            "CHANNEL" => Enum.GetValues<Channel>().Length + 1,
            _ => 1,
        };
}
