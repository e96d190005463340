using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What agencies achieved, told to their customers.</summary>
public sealed class AnnualReportQueries
{
    /// <summary>
    /// The annual reports of customer service results of all agencies (action 6). The public reads those that are
    /// published.
    /// </summary>
    public static Task<Connection<AnnualReport>> AnnualReportsAsync(Page<AnnualReport> page) => page.AllAsync();
}
