using System.Linq.Expressions;

namespace Cwa.Graph.Engine;

/// <summary>The order of a query's records.</summary>
/// <param name="order">The keys.</param>
/// <param name="backwards">Whether each key is ordered against its direction.</param>
internal sealed class QueryOrder<T>(IReadOnlyList<OrderBy> order, bool backwards)
{
    /// <summary>Adds the order to a query's shape.</summary>
    public QueryShape Describe(QueryShape shape)
    {
        shape.Add(string.Join(',', order.Select(by => (IsDownwards(by) ? "-" : "+") + by.Term.Name)));
        foreach (var by in order)
            by.Term.Describe(shape);
        return shape;
    }

    /// <summary>The records of <paramref name="source"/> in this order.</summary>
    public Expression Of(Expression source, Shown shown, QueryValues values)
    {
        var then = false;
        foreach (var by in order)
        {
            source = QueryCall.Of(
                (then ? "ThenBy" : "OrderBy") + (IsDownwards(by) ? "Descending" : ""),
                [typeof(T), by.Term.ValueType],
                source,
                shown.Of(Key(by.Term, values))
            );
            then = true;
        }

        return source;
    }

    private bool IsDownwards(OrderBy by) => by.Descending != backwards;

    private static LambdaExpression Key(SortTerm term, QueryValues values)
    {
        var record = Expression.Parameter(typeof(T), "x");
        return Expression.Lambda(term.Key(record, values), record);
    }
}
