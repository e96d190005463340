using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What agencies reported month by month.</summary>
public sealed class MonthlyReportQueries
{
    /// <summary>The monthly reports of all agencies (action 2), every revision that was sent.</summary>
    public static Task<Connection<MonthlyReport>> MonthlyReportsAsync(Page<MonthlyReport> page) => page.AllAsync();
}
