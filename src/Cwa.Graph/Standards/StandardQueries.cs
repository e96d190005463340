using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>What agencies promise, and how they keep it.</summary>
public sealed class StandardQueries
{
    /// <summary>
    /// The service standards that all agencies have posted (action 5), past and current. One that holds has no
    /// `withdrawnOn`. Everyone may read them.
    /// </summary>
    public static Task<Connection<ServiceStandard>> ServiceStandardsAsync(Page<ServiceStandard> page) =>
        page.AllAsync();

    /// <summary>
    /// How agencies keep their promises (action 5): each is kept, not kept or undecided, as its newest measurement has
    /// it. For those that hold today, ask `where: { withdrawnOn: { eq: null } }`. Everyone may read it.
    /// </summary>
    /// <param name="where">Only standards that meet these conditions.</param>
    public static Task<PromisesKept> PromisesKeptAsync(
        PromisesKeptReader reader,
        IResolveFieldContext context,
        [InputType(typeof(FilterType<ServiceStandard>))] FilterNode? where = null
    ) => reader.ReadAsync(context, where);

    /// <summary>
    /// How all agencies kept their standards, period by period (action 5).
    /// `where: { standard: { agency: { abbreviation: { eq: "SSA" } } } }` finds those of one agency. A standard often
    /// has values for quarters and one for the fiscal year as well. To have each promise once, ask for one period,
    /// `where: { fromMonth: { eq: "1997-10" }, toMonth: { eq: "1998-09" } }`, or for the newest of each standard,
    /// `where: { newest: { eq: true } }`.
    /// </summary>
    public static Task<Connection<Measurement>> MeasurementsAsync(Page<Measurement> page) => page.AllAsync();

    /// <summary>All agencies' yearly analyses of complaint data (action 4).</summary>
    public static Task<Connection<Analysis>> AnalysesAsync(Page<Analysis> page) => page.AllAsync();
}
