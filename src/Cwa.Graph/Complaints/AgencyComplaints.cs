using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>The fields of an agency about how it addresses complaints (action 4).</summary>
public static class AgencyComplaints
{
    /// <summary>
    /// How the agency addresses complaints (action 4): its processes, past and current. The current one has no
    /// `replacedOn`.
    /// </summary>
    public static IDataLoaderResult<Connection<ComplaintProcess>> ComplaintProcesses(
        Agency agency,
        Page<ComplaintProcess> page
    ) => page.Of(agency.Id, p => p.AgencyId);

    /// <summary>The categories of complaint that the agency distinguishes (action 4), by name.</summary>
    public static IDataLoaderResult<Connection<ComplaintCategory>> ComplaintCategories(
        Agency agency,
        Page<ComplaintCategory> page
    ) => page.Of(agency.Id, c => c.AgencyId);

    /// <summary>The complaint figures (action 4) by their first month, each in its current revision.</summary>
    public static IDataLoaderResult<Connection<ComplaintMetric>> ComplaintMetrics(
        Agency agency,
        Page<ComplaintMetric> page
    ) => page.Where("is current", m => m.IsCurrent).Of(agency.Id, m => m.AgencyId);

    /// <summary>
    /// The agency's own complaint figures added up period by period (action 4), without those of its components. Null
    /// if you may not read its figures.
    /// </summary>
    /// <param name="from">The first month.</param>
    /// <param name="to">The last month, at most 120 months in all.</param>
    /// <param name="interval">The length of a period.</param>
    /// <param name="groupBy">What to distinguish within a period: CATEGORY, CHANNEL or both.</param>
    [SignedIn]
    public static IDataLoaderResult<ComplaintTrend?> ComplaintTrend(
        Agency agency,
        ComplaintTrendByAgency trends,
        IResolveFieldContext context,
        ReportMonth from,
        ReportMonth to,
        TrendInterval interval = TrendInterval.Month,
        IReadOnlyList<TrendGroup>? groupBy = null
    ) => trends.Load(agency.Id, new(context, from, to, interval, groupBy ?? []));

    /// <summary>Problems found behind individual complaints, and what was done about them (action 4).</summary>
    public static IDataLoaderResult<Connection<SystemicProblem>> SystemicProblems(
        Agency agency,
        Page<SystemicProblem> page
    ) => page.Of(agency.Id, p => p.AgencyId);
}
