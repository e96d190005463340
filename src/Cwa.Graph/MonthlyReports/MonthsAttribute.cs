using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>
/// A list with an object for each month of its arguments `from` and `to`: without `to` until December, without both for
/// a year.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MonthsAttribute() : ListSizeAttribute(ReportsToday.MostMonths)
{
    /// <inheritdoc/>
    public override string Advice => "ask for fewer months with `from` and `to`";

    /// <inheritdoc/>
    public override int Of(AskedArguments arguments) =>
        (arguments.Text("from"), arguments.Text("to")) switch
        {
            (null, null) => 12,
            ({ } from, null) when ReportMonth.TryParse(from, out var first) => 13 - first.Month,
            ({ } from, { } to)
                when ReportMonth.TryParse(from, out var first)
                    && ReportMonth.TryParse(to, out var last)
                    && first <= last => first.MonthsUntil(last) + 1,
            _ => Most,
        };
}
