using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Engine;

/// <summary>Queries for the records of one class that meet some conditions and that the caller may see.</summary>
/// <param name="reads">Who asks.</param>
/// <param name="conditions">The conditions.</param>
/// <param name="projection">How each record is shown; null as it is stored.</param>
/// <param name="byId">Whether records are asked for by their ids, and not as a list.</param>
internal sealed class ListQuery<T>(
    ReadScope reads,
    IReadOnlyList<FilterNode> conditions,
    Projection? projection = null,
    bool byId = false
)
    where T : class
{
    private static readonly string Name = typeof(T).Name;

    /// <summary>All of the records, in an order.</summary>
    /// <param name="parent">What the caller reads of each record besides the needed properties.</param>
    public Task<List<T>> AllAsync(
        IReadOnlyList<OrderBy> order,
        CancellationToken cancellationToken,
        LambdaExpression? parent = null
    )
    {
        var columns = Columns(order, parent);
        var filters = Filters(null);
        var shape = Describe(Describe("all", filters, columns), order, backwards: false);
        return reads.Queries.ListAsync<T>(
            reads.Open,
            shape,
            (db, values) =>
            {
                var shown = Show(values, columns);
                return shown.Of(
                    Ordered(Where(db, filters, values, shown), order, backwards: false, shown, values),
                    typeof(Queryable)
                );
            },
            cancellationToken
        );
    }

    /// <summary>At most <paramref name="most"/> records in an order, from a place in it.</summary>
    public Task<List<T>> TakeAsync(
        IReadOnlyList<OrderBy> order,
        bool backwards,
        Seek? seek,
        int most,
        CancellationToken cancellationToken
    )
    {
        var columns = Columns(order);
        var filters = Filters(seek);
        var shape = Describe(Describe("list", filters, columns), order, backwards).Add("take", most);
        return reads.Queries.ListAsync<T>(
            reads.Open,
            shape,
            (db, values) =>
            {
                var shown = Show(values, columns);
                return shown.Of(
                    Take(Ordered(Where(db, filters, values, shown), order, backwards, shown, values), values.Next()),
                    typeof(Queryable)
                );
            },
            cancellationToken
        );
    }

    /// <summary>At most <paramref name="most"/> records of each parent, in one statement. They are in the order, but
    /// those of one parent do not stand together.</summary>
    public Task<List<T>> TakeOfEachAsync(
        Guid[] parents,
        Expression<Func<T, Guid>> parent,
        IReadOnlyList<OrderBy> order,
        bool backwards,
        Seek? seek,
        int most,
        CancellationToken cancellationToken
    )
    {
        var columns = Columns(order, parent);
        var each = new OfEachParent<T>(parents, parent);
        var filters = Filters(seek, each);
        var shape = Describe(Describe("of each", filters, columns), order, backwards).Add("take", most);
        Describe(shape, order, backwards);
        return reads.Queries.ListAsync<T>(
            reads.Open,
            shape,
            (db, values) =>
            {
                var shown = Show(values, columns);
                // All children of a parent have the same key. As the first of the order it leads into the index.
                IReadOnlyList<OrderBy> ordered =
                [
                    new(new SortTerm<T, Guid>("parent", "", parent), order[0].Descending),
                    .. order,
                ];
                var page = Take(
                    Ordered(Where(db, filters, values, shown), ordered, backwards, shown, values),
                    values.Next()
                );
                return shown.Of(
                    Ordered(each.Pages(db, page, values.Database), order, backwards, shown, values),
                    typeof(Queryable)
                );
            },
            cancellationToken
        );
    }

    /// <summary>How many records there are.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var filters = Filters(null);
        return reads.Queries.ValueAsync<int>(
            reads.Open,
            Describe("count", filters),
            (db, values) =>
                Expression.Call(
                    typeof(Queryable),
                    nameof(Queryable.Count),
                    [typeof(T)],
                    Where(db, filters, values, Show(values))
                ),
            cancellationToken
        );
    }

    /// <summary>How many records each parent has; a parent without any is left out.</summary>
    public Task<List<KeyCount>> CountOfEachAsync(
        Guid[] parents,
        Expression<Func<T, Guid>> parent,
        CancellationToken cancellationToken
    )
    {
        Expression<Func<IGrouping<Guid, T>, KeyCount>> count = group => new KeyCount
        {
            Key = group.Key,
            Count = group.Count(),
        };
        var filters = Filters(null, OfParents(parents, parent));
        return reads.Queries.ListAsync<KeyCount>(
            reads.Open,
            Describe("count of each", filters),
            (db, values) =>
                Expression.Call(
                    typeof(Queryable),
                    nameof(Queryable.Select),
                    [typeof(IGrouping<Guid, T>), typeof(KeyCount)],
                    GroupBy(Where(db, filters, values, Show(values)), parent),
                    count
                ),
            cancellationToken
        );
    }

    private FilterNode? Seen => byId ? reads.Visibility.OfNode(typeof(T)) : reads.Visibility.Of(typeof(T));

    private List<FilterNode> Filters(Seek? seek, params IEnumerable<FilterNode> more) =>
        [.. conditions, .. more, .. seek is null ? [] : new FilterNode[] { seek }];

    private Columns<T>? Columns(IReadOnlyList<OrderBy> order, LambdaExpression? parent = null) =>
        Engine.Columns<T>.Of(
            reads.Needed?.Of(typeof(T)),
            [.. order.Select(by => by.Term.Member), .. parent is null ? [] : new[] { parent }]
        );

    private Shown Show(QueryValues values, Columns<T>? columns = null)
    {
        var shown = projection?.Build(values) ?? Shown.AsStored;
        return columns is null ? shown : shown.Only(columns);
    }

    private QueryShape Describe(string kind, List<FilterNode> filters, Columns<T>? columns = null)
    {
        var visibility = reads.Visibility;
        var shape = new QueryShape(visibility).Add(Name).Add(kind);
        projection?.Describe(shape);
        columns?.Describe(shape);
        Seen?.Describe(shape);
        foreach (var filter in filters)
            filter.Describe(shape);
        return shape;
    }

    // Visibility is judged on the record as stored, whatever a projection shows of it.
    private Expression Where(Expression db, List<FilterNode> filters, QueryValues values, Shown shown)
    {
        Expression source = Expression.Call(
            typeof(EntityFrameworkQueryableExtensions),
            nameof(EntityFrameworkQueryableExtensions.AsNoTracking),
            [typeof(T)],
            Expression.Call(db, nameof(DbContext.Set), [typeof(T)])
        );
        var record = Expression.Parameter(typeof(T), "x");
        List<Expression> all = Seen is { } seen ? [seen.Build(record, values)] : [];
        all.AddRange(filters.Select(f => shown.Of(f.Build(record, values), record)));
        if (all.Count == 0)
            return source;

        var condition = all.Aggregate(Expression.AndAlso);
        return Expression.Call(
            typeof(Queryable),
            nameof(Queryable.Where),
            [typeof(T)],
            source,
            Expression.Lambda<Func<T, bool>>(condition, record)
        );
    }

    private static Expression Take(Expression source, Expression most) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(T)], source, most);

    private static MethodCallExpression GroupBy(Expression source, Expression<Func<T, Guid>> parent) =>
        Expression.Call(typeof(Queryable), nameof(Queryable.GroupBy), [typeof(T), typeof(Guid)], source, parent);

    private static Expression Ordered(
        Expression source,
        IReadOnlyList<OrderBy> order,
        bool backwards,
        Shown shown,
        QueryValues values
    )
    {
        var then = false;
        foreach (var (term, descending) in order)
        {
            var name = (then ? "ThenBy" : "OrderBy") + (descending != backwards ? "Descending" : "");
            source = Expression.Call(
                typeof(Queryable),
                name,
                [typeof(T), term.ValueType],
                source,
                shown.Of(Key(term, values))
            );
            then = true;
        }

        return source;
    }

    private static LambdaExpression Key(SortTerm term, QueryValues values)
    {
        var record = Expression.Parameter(typeof(T), "x");
        return Expression.Lambda(term.Key(record, values), record);
    }

    private static QueryShape Describe(QueryShape shape, IReadOnlyList<OrderBy> order, bool backwards)
    {
        shape.Add(string.Join(',', order.Select(o => (o.Descending != backwards ? "-" : "+") + o.Term.Name)));
        foreach (var by in order)
            by.Term.Describe(shape);
        return shape;
    }

    private static FilterNode OfParents(Guid[] parents, Expression<Func<T, Guid>> parent) =>
        ParentCondition<T>.In(parents, parent);
}
