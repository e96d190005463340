using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What agencies achieved, as they report it to their customers.</summary>
public sealed class AnnualReportQueries
{
    /// <summary>
    /// All agencies' annual reports of customer service results (action 6). The public sees those that are published.
    /// </summary>
    public static Task<Connection<AnnualReport>> AnnualReportsAsync(Page<AnnualReport> page) => page.AllAsync();
}
