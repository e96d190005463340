using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>What was learned from customers, and what came of it.</summary>
public sealed class FindingQueries
{
    /// <summary>
    /// What all agencies learned from customers in conversations and surveys (actions 1 and 5). On what nothing was
    /// done is `where: { actions: { any: false } }`; what was done and is not known to have changed anything,
    /// `{ actions: { some: { outcomes: { any: false } } } }`.
    /// </summary>
    public static Task<Connection<Finding>> FindingsAsync(Page<Finding> page) => page.AllAsync();

    /// <summary>
    /// What came of what was learned (action 5): from finding to action to outcome, and how long that took.
    /// </summary>
    /// <param name="from">Findings of this day or later.</param>
    /// <param name="to">Findings of this day or earlier.</param>
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
