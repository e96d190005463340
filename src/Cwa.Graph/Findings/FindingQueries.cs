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
    /// The themes that agencies tell apart among their findings (action 1), each under a theme common to all, by name.
    /// One that is retired has a `retiredOn`.
    /// </summary>
    public static Task<Connection<AgencyTheme>> AgencyThemesAsync(Page<AgencyTheme> page) => page.AllAsync();

    /// <summary>
    /// What is most important to customers (action 1): the themes of what they told all agencies, ranked by how many
    /// people said so, with what was done about it and what is still open. Barriers and ideas of employees
    /// (`EMPLOYEE_BARRIER`, `EMPLOYEE_IDEA`) are not customers' words and do not count: `employeePriorities` ranks
    /// them. Praise does count: `groupBy: ABOUT` ranks wishes and satisfaction apart, and
    /// `where: { about: { in: [WANTED_SERVICES, QUALITY_WANTED] } }` asks for wishes alone. The findings behind a
    /// theme: `findings(where: { theme: { eq: WAITING }, foundOn: { gte: …, lte: … } })`.
    /// </summary>
    /// <param name="from">Only findings of this day or later.</param>
    /// <param name="to">Only findings of this day or earlier.</param>
    /// <param name="groupBy">By what to rank themes besides; null ranks them over all findings only.</param>
    /// <param name="where">Only findings that meet these conditions.</param>
    [SignedIn]
    public static Task<CustomerPriorities> CustomerPrioritiesAsync(
        PriorityReader reader,
        IResolveFieldContext context,
        DateOnly from,
        DateOnly to,
        PriorityGrouping? groupBy = null,
        [InputType(typeof(FilterType<Finding>))] FilterNode? where = null
    ) => reader.OfCustomersAsync(context, from, to, groupBy, where);

    /// <summary>
    /// What is most important to the employees who serve customers (EO-e of Executive Order 12862, action 6): the
    /// themes of the barriers that they name and of their ideas, ranked like `customerPriorities`. `groupBy: ABOUT`
    /// ranks barriers and ideas apart.
    /// </summary>
    /// <param name="from">Only findings of this day or later.</param>
    /// <param name="to">Only findings of this day or earlier.</param>
    /// <param name="groupBy">By what to rank themes besides; null ranks them over all findings only.</param>
    /// <param name="where">Only findings that meet these conditions.</param>
    [SignedIn]
    public static Task<EmployeePriorities> EmployeePrioritiesAsync(
        PriorityReader reader,
        IResolveFieldContext context,
        DateOnly from,
        DateOnly to,
        PriorityGrouping? groupBy = null,
        [InputType(typeof(FilterType<Finding>))] FilterNode? where = null
    ) => reader.OfEmployeesAsync(context, from, to, groupBy, where);

    /// <summary>
    /// What came of findings (action 5): how many led to actions and outcomes, how long that took, and how many wait
    /// since when. Employees' barriers and ideas count here as well; leave them out with
    /// `where: { about: { nin: [EMPLOYEE_BARRIER, EMPLOYEE_IDEA] } }`.
    /// </summary>
    /// <param name="from">Only findings of this day or later.</param>
    /// <param name="to">Only findings of this day or earlier.</param>
    /// <param name="groupBy">By what to tell it besides; null tells it for all findings and each agency only.</param>
    /// <param name="where">Only findings that meet these conditions.</param>
    [SignedIn]
    public static Task<FindingProgress> FindingProgressAsync(
        FindingProgressReader reader,
        IResolveFieldContext context,
        DateOnly from,
        DateOnly to,
        FindingGrouping? groupBy = null,
        [InputType(typeof(FilterType<Finding>))] FilterNode? where = null
    ) => reader.ReadAsync(context, from, to, groupBy, where);
}
