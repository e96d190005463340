using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>What agencies achieved, as they report it to their customers.</summary>
public sealed class AnnualReportQueries
{
    /// <summary>
    /// All agencies' annual reports of customer service results (action 6). The public sees those that are published.
    /// </summary>
    public static Task<Connection<AnnualReport>> AnnualReportsAsync(Page<AnnualReport> page) => page.AllAsync();

    /// <summary>
    /// What agencies published for a year (action 6), in figures: how many reports, what their statements say, and how
    /// hard they are to read.
    /// </summary>
    /// <param name="year">The year that the reports cover.</param>
    /// <param name="where">Only agencies that meet these conditions, and their reports.</param>
    public static Task<AnnualResults> AnnualResultsAsync(
        AnnualResultCounting counting,
        IResolveFieldContext context,
        int year,
        [InputType(typeof(FilterType<Agency>))] FilterNode? where = null
    ) => counting.ReadAsync(context, year, where);
}
