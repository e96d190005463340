using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>What agencies report of complaints.</summary>
public sealed class ComplaintQueries
{
    /// <summary>
    /// The complaint figures of all agencies, month by month (action 4), each in its current revision.
    /// </summary>
    public static Task<Connection<ComplaintMetric>> ComplaintMetricsAsync(Page<ComplaintMetric> page) =>
        page.Where("is current", m => m.IsCurrent).AllAsync();

    /// <summary>
    /// Complaint figures added up over agencies, kinds and channels, period by period. Figures of all kinds together
    /// are used where an agency gives them, and the sum over kinds where it does not, so that nothing counts twice.
    /// </summary>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month, at most 120 months on.</param>
    /// <param name="interval">How long a period is.</param>
    /// <param name="groupBy">What to tell apart within a period; nothing gives the whole government.</param>
    /// <param name="where">Only figures that meet these conditions.</param>
    [SignedIn]
    public static Task<ComplaintTrend> ComplaintTrendAsync(
        ComplaintTrends trends,
        IResolveFieldContext context,
        ReportMonth from,
        ReportMonth to,
        TrendInterval interval = TrendInterval.Month,
        IReadOnlyList<TrendGroup>? groupBy = null,
        [InputType(typeof(FilterType<ComplaintMetric>))] FilterNode? where = null
    ) => trends.TrendAsync(context, from, to, interval, groupBy ?? [], where);

    /// <summary>
    /// Where complaint figures do not carry over: a month opens with another number of pending complaints than the
    /// month before closed with, in the same agency, kind and channel; or months between have no figures. Such figures
    /// are kept and counted as reported. A series begins with its first figures, so where an agency starts to tell
    /// kinds or channels apart nothing breaks.
    /// </summary>
    /// <param name="from">The first month to compare with what was before it.</param>
    /// <param name="to">The last one.</param>
    /// <param name="kind">Which breaks.</param>
    /// <param name="first">How many to list, the largest differences: 1 to 200.</param>
    /// <param name="where">Only months whose figures meet these conditions.</param>
    [SignedIn]
    public static Task<ComplaintCarryOver> ComplaintCarryOverAsync(
        CarryOvers carryOvers,
        IResolveFieldContext context,
        ReportMonth from,
        ReportMonth to,
        CarryOverBreakKind kind = CarryOverBreakKind.Restated,
        int first = 50,
        [InputType(typeof(FilterType<ComplaintMetric>))] FilterNode? where = null
    ) => carryOvers.BreaksAsync(context, from, to, kind, first, where);

    /// <summary>
    /// What complaints were about, in the terms common to all agencies and in the agencies' own, the most frequent
    /// first: how many came in, what part of all that is, and how many came in in the period of as many months before.
    /// </summary>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month, at most 120 months on.</param>
    /// <param name="first">How many of agencies' own kinds to list: 1 to 100.</param>
    /// <param name="atLeastPercent">By how many percent complaints must have risen to have grown, 0 to 10,000; after
    /// none, any number is enough.</param>
    /// <param name="atLeastComplaints">By how many complaints they must have risen as well, 1 or more.</param>
    [SignedIn]
    public static Task<TopComplaintCategories> TopComplaintCategoriesAsync(
        ComplaintGrowth growth,
        ReportMonth from,
        ReportMonth to,
        CancellationToken cancellationToken,
        int first = 20,
        int atLeastPercent = ComplaintRise.UsualPercent,
        int atLeastComplaints = ComplaintRise.UsualComplaints
    ) => growth.TopAsync(from, to, new(atLeastPercent, atLeastComplaints), first, cancellationToken);

    /// <summary>
    /// The agencies' own kinds of complaint that grew from the period of as many months before, the largest rise first,
    /// each with the open systemic problems behind it and what is being changed (action 4).
    /// </summary>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month, at most 120 months on.</param>
    /// <param name="withoutOpenProblem">Only those of which nothing is being done: no systemic problem is open, none at
    /// all or all VERIFIED as solved.</param>
    /// <param name="first">How many to list: 1 to 100.</param>
    /// <param name="atLeastPercent">By how many percent complaints must have risen, 0 to 10,000; after none, any number
    /// is enough.</param>
    /// <param name="atLeastComplaints">By how many complaints they must have risen as well, 1 or more.</param>
    [SignedIn]
    public static Task<GrowingComplaintCategories> GrowingComplaintCategoriesAsync(
        ComplaintGrowth growth,
        ReportMonth from,
        ReportMonth to,
        CancellationToken cancellationToken,
        bool withoutOpenProblem = false,
        int first = 20,
        int atLeastPercent = ComplaintRise.UsualPercent,
        int atLeastComplaints = ComplaintRise.UsualComplaints
    ) =>
        growth.GrowingAsync(
            from,
            to,
            new(atLeastPercent, atLeastComplaints),
            withoutOpenProblem,
            first,
            cancellationToken
        );

    /// <summary>
    /// The problems that agencies found behind individual complaints (action 4); an open one is not VERIFIED.
    /// </summary>
    public static Task<Connection<SystemicProblem>> SystemicProblemsAsync(Page<SystemicProblem> page) =>
        page.AllAsync();

    /// <summary>
    /// The changes of process that agencies made to solve such problems (action 4), each with the complaints before and
    /// after it.
    /// </summary>
    public static Task<Connection<ProcessChange>> ProcessChangesAsync(Page<ProcessChange> page) => page.AllAsync();
}
