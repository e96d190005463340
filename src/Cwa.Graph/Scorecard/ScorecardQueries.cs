using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>How agencies stand on the memorandum.</summary>
public sealed class ScorecardQueries
{
    /// <summary>
    /// How each agency stands on each requirement of the memorandum, with roll-ups for departments and the government.
    /// NPR gets all agencies, an agency gets itself and its components.
    /// </summary>
    /// <param name="asOf">The Washington day at whose end the agencies are judged, from 1998-03-03 to today; if
    /// omitted, today. What is due that day and not done counts as missing. Each fact counts from its own date,
    /// whenever it was recorded; a correction and a withdrawal count from the day on which they were made.</param>
    /// <param name="where">Only agencies that meet these conditions, in the roll-ups as well.</param>
    [SignedIn]
    public static Task<Scorecard> ScorecardAsync(
        IResolveFieldContext context,
        Scorecards scorecards,
        FilterBudget budget,
        Caller caller,
        DateOnly? asOf = null,
        [InputType(typeof(FilterType<Agency>))] FilterNode? where = null
    )
    {
        if (where is not null)
            budget.Take(context.FieldAst, where);

        return scorecards.ReadAsync(
            scorecards.DayOf(asOf),
            where is null ? null : agencies => agencies.Where(where.ToLambda<Agency>(caller)),
            context.CancellationToken
        );
    }
}
