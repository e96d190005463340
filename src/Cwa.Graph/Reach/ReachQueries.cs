using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>How many customers were engaged.</summary>
public sealed class ReachQueries
{
    /// <summary>
    /// How many customers were engaged, where and how (action 3): "the largest number of customers possible", with "all
    /// forms of media", in "the areas where agency customers live and work". NPR gets all agencies, an agency gets
    /// itself and its components.
    /// </summary>
    /// <param name="from">Only events whose first day is this day or later.</param>
    /// <param name="to">Only events whose first day is this day or earlier.</param>
    /// <param name="where">Only agencies that meet these conditions, and the events that they hold.</param>
    [SignedIn]
    public static Task<Reach> ReachAsync(
        ReachReader reader,
        IResolveFieldContext context,
        DateOnly from,
        DateOnly to,
        [InputType(typeof(FilterType<Agency>))] FilterNode? where = null
    ) => reader.ReadAsync(context, from, to, where);
}
