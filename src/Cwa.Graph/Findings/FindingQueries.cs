using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>What was learned from customers, and what came of it.</summary>
public sealed class FindingQueries
{
    /// <summary>
    /// What all agencies learned from customers in conversations and surveys (actions 1 and 5).
    /// `where: { actions: { any: false } }` finds what nothing was done about yet, and
    /// `{ actions: { some: { outcomes: { any: false } } } }` what has an action without a known outcome.
    /// </summary>
    public static Task<Connection<Finding>> FindingsAsync(Page<Finding> page) => page.AllAsync();

    /// <summary>
    /// What came of findings (action 5): how many led to actions and outcomes, and how long that took.
    /// </summary>
    /// <param name="from">Only findings of this day or later.</param>
    /// <param name="to">Only findings of this day or earlier.</param>
    /// <param name="where">Only findings that meet these conditions.</param>
    [SignedIn]
    public static Task<FindingProgress> FindingProgressAsync(
        FindingProgressReader reader,
        IResolveFieldContext context,
        DateOnly from,
        DateOnly to,
        [InputType(typeof(FilterType<Finding>))] FilterNode? where = null
    ) => reader.ReadAsync(context, from, to, where);
}
