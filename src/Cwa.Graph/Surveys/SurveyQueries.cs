using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>What agencies ask their customers and employees, and with whom they compare themselves.</summary>
public sealed class SurveyQueries
{
    /// <summary>All agencies' surveys of customers and of employees (action 6).</summary>
    public static Task<Connection<Survey>> SurveysAsync(Page<Survey> page) => page.AllAsync();

    /// <summary>All agencies' comparisons with the best in business (action 6).</summary>
    public static Task<Connection<BenchmarkStudy>> BenchmarkStudiesAsync(Page<BenchmarkStudy> page) => page.AllAsync();
}
