using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>What agencies report about complaints.</summary>
public sealed class ComplaintQueries
{
    /// <summary>
    /// How all agencies address complaints (action 4): their processes, past and current. A current one has no
    /// `replacedOn`.
    /// </summary>
    public static Task<Connection<ComplaintProcess>> ComplaintProcessesAsync(Page<ComplaintProcess> page) =>
        page.AllAsync();

    /// <summary>
    /// All agencies' complaint figures (action 4) by their first month, each in its current revision.
    /// </summary>
    public static Task<Connection<ComplaintMetric>> ComplaintMetricsAsync(Page<ComplaintMetric> page) =>
        page.Where("is current", m => m.IsCurrent).AllAsync();

    /// <summary>
    /// Complaint figures added up over agencies, categories and channels, period by period. Nothing counts twice: if an
    /// agency gives figures for a year, those for its quarters and months are not added to them; if it gives figures
    /// for all categories together, these are used, otherwise the sum of its categories. Figures for a quarter or a
    /// year count in the intervals that hold them whole, so those for a year are in no month's point.
    /// </summary>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month, at most 120 months in all.</param>
    /// <param name="interval">The length of a period.</param>
    /// <param name="groupBy">What to distinguish within a period; empty gives the whole government.</param>
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
    ) => trends.TrendAsync(context, new(context, from, to, interval, groupBy ?? []), where);

    /// <summary>
    /// Where complaint figures do not carry over: for the same agency, category and channel, a month, quarter or year
    /// opens with a different number of pending complaints from the one that the period before closed with, or months
    /// in between have no figures. Such figures are kept and counted as reported. A series begins with its first
    /// figures, so nothing breaks when an agency begins to distinguish categories or channels.
    /// </summary>
    /// <param name="from">The first month: periods that begin with it or later are compared with earlier
    /// figures.</param>
    /// <param name="to">The last month with which such a period begins.</param>
    /// <param name="kind">The kind of breaks to find.</param>
    /// <param name="first">How many to list, the largest differences first: 1 to 200.</param>
    /// <param name="where">Only figures that meet these conditions.</param>
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
    /// What complaints were about, by the categories common to all agencies and by the agencies' own, the most frequent
    /// first: how many were received, their share of all, and how many were received in the previous period of the same
    /// length.
    /// </summary>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month, at most 120 months in all.</param>
    /// <param name="first">How many of the agencies' own categories to list: 1 to 100.</param>
    /// <param name="atLeastPercent">By how many percent complaints must have risen to count as grown, 0 to 10,000.
    /// After a period without complaints, any rise is enough.</param>
    /// <param name="atLeastComplaints">The least rise, in complaints, to count as grown, 1 or more; `atLeastPercent`
    /// must be reached, too.</param>
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
    /// The agencies' own categories whose complaints grew from the previous period of the same length, the largest rise
    /// in complaints first, each with the open systemic problems behind it and what is being changed (action 4).
    /// </summary>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month, at most 120 months in all.</param>
    /// <param name="withoutOpenProblem">Only categories about which nothing is being done: they have no systemic
    /// problem, or all are VERIFIED as solved.</param>
    /// <param name="first">How many to list: 1 to 100.</param>
    /// <param name="atLeastPercent">By how many percent complaints must have risen, 0 to 10,000. After a period without
    /// complaints, any rise is enough.</param>
    /// <param name="atLeastComplaints">The least rise, in complaints, to count as grown, 1 or more; `atLeastPercent`
    /// must be reached, too.</param>
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
    /// The problems that agencies found behind individual complaints (action 4). A problem is open until it is
    /// VERIFIED.
    /// </summary>
    public static Task<Connection<SystemicProblem>> SystemicProblemsAsync(Page<SystemicProblem> page) =>
        page.AllAsync();

    /// <summary>
    /// How quickly problems are solved (action 4): the days from each step to the next, as medians over all agencies
    /// and for each, what is past its target, and what came back. A problem counts by the day on which it was found.
    /// </summary>
    /// <param name="from">Only problems found on this day or later.</param>
    /// <param name="to">Only problems found on this day or earlier.</param>
    /// <param name="where">Only problems that meet these conditions.</param>
    [SignedIn]
    public static Task<ProblemProgress> ProblemProgressAsync(
        ProblemProgressReader reader,
        IResolveFieldContext context,
        DateOnly from,
        DateOnly to,
        [InputType(typeof(FilterType<SystemicProblem>))] FilterNode? where = null
    ) => reader.ReadAsync(context, from, to, where);

    /// <summary>
    /// The process changes that agencies made to solve systemic problems (action 4), each with the complaints before
    /// and after it.
    /// </summary>
    public static Task<Connection<ProcessChange>> ProcessChangesAsync(Page<ProcessChange> page) => page.AllAsync();
}
