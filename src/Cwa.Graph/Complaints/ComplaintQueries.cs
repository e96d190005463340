using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>What agencies report of complaints.</summary>
public sealed class ComplaintQueries
{
    /// <summary>The complaint figures of all agencies, month by month (action 4), each in its current revision.</summary>
    public static Task<Connection<ComplaintMetric>> ComplaintMetricsAsync(Page<ComplaintMetric> page) =>
        page.Where("is current", m => m.IsCurrent).AllAsync();

    /// <summary>
    /// Complaint figures added up over agencies, kinds and channels, period by period. Figures of all kinds together are used where
    /// an agency gives them, and the sum over kinds where it does not, so that nothing counts twice.
    /// </summary>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month, at most 120 months on.</param>
    /// <param name="interval">How long a period is.</param>
    /// <param name="groupBy">What to tell apart within a period; nothing gives the whole government.</param>
    /// <param name="where">Only figures that meet these conditions.</param>
    [SignedIn]
    public static Task<ComplaintTrend> ComplaintTrendAsync(
        ComplaintTrends trends, IResolveFieldContext context, ReportMonth from, ReportMonth to,
        TrendInterval interval = TrendInterval.Month, IReadOnlyList<TrendGroup>? groupBy = null,
        [InputType(typeof(FilterType<ComplaintMetric>))] FilterNode? where = null) =>
        trends.TrendAsync(context, from, to, interval, groupBy ?? [], where);

    /// <summary>
    /// Where complaint figures do not carry over: a month opens with another number of pending complaints than the month before
    /// closed with, in the same agency, kind and channel; or months between have no figures. Such figures are kept and counted as
    /// reported. A series begins with its first figures, so where an agency starts to tell kinds or channels apart nothing breaks.
    /// </summary>
    /// <param name="from">The first month to compare with what was before it.</param>
    /// <param name="to">The last one.</param>
    /// <param name="kind">Which breaks.</param>
    /// <param name="first">How many to list, the largest differences: 1 to 200.</param>
    /// <param name="where">Only months whose figures meet these conditions.</param>
    [SignedIn]
    public static Task<ComplaintCarryOver> ComplaintCarryOverAsync(
        CarryOvers carryOvers, IResolveFieldContext context, ReportMonth from, ReportMonth to,
        CarryOverBreakKind kind = CarryOverBreakKind.Restated, int first = 50,
        [InputType(typeof(FilterType<ComplaintMetric>))] FilterNode? where = null) =>
        carryOvers.BreaksAsync(context, from, to, kind, first, where);
}
