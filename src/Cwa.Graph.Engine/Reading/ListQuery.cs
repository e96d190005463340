using System.Linq.Expressions;

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
        var by = new QueryOrder<T>(order, backwards: false);
        return ListAsync(
            by.Describe(Describe("all", filters, columns)),
            columns,
            (db, values, shown) => by.Of(Where(db, filters, values, shown), shown, values),
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
        var by = new QueryOrder<T>(order, backwards);
        return ListAsync(
            by.Describe(Describe("list", filters, columns)).Add("take", most),
            columns,
            (db, values, shown) => Take(by.Of(Where(db, filters, values, shown), shown, values), values.Next()),
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
        var by = new QueryOrder<T>(order, backwards);
        var shape = by.Describe(Describe("of each", filters, columns)).Add("take", most);
        return ListAsync(
            by.Describe(shape),
            columns,
            (db, values, shown) =>
            {
                // All children of a parent have the same key. As the first of the order it leads into the index.
                var ofOne = new QueryOrder<T>(
                    [new(new SortTerm<T, Guid>("parent", "", parent), order[0].Descending), .. order],
                    backwards
                );
                var page = Take(ofOne.Of(Where(db, filters, values, shown), shown, values), values.Next());
                return by.Of(each.Pages(db, page, values.Database), shown, values);
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
                QueryCall.Of(nameof(Queryable.Count), [typeof(T)], Where(db, filters, values, Show(values))),
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
        var filters = Filters(null, ParentCondition<T>.In(parents, parent));
        return reads.Queries.ListAsync<KeyCount>(
            reads.Open,
            Describe("count of each", filters),
            (db, values) =>
                QueryCall.Of(
                    nameof(Queryable.Select),
                    [typeof(IGrouping<Guid, T>), typeof(KeyCount)],
                    QueryCall.Of(
                        nameof(Queryable.GroupBy),
                        [typeof(T), typeof(Guid)],
                        Where(db, filters, values, Show(values)),
                        parent
                    ),
                    count
                ),
            cancellationToken
        );
    }

    private Task<List<T>> ListAsync(
        QueryShape shape,
        Columns<T>? columns,
        Func<Expression, QueryValues, Shown, Expression> query,
        CancellationToken cancellationToken
    ) =>
        reads.Queries.ListAsync<T>(
            reads.Open,
            shape,
            (db, values) =>
            {
                var shown = Show(values, columns);
                return shown.Of(query(db, values, shown), typeof(Queryable));
            },
            cancellationToken
        );

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
        var source = QueryCall.Set(db, typeof(T));
        var record = Expression.Parameter(typeof(T), "x");
        List<Expression> all = Seen is { } seen ? [seen.Build(record, values)] : [];
        all.AddRange(filters.Select(f => shown.Of(f.Build(record, values), record)));
        if (all.Count == 0)
            return source;

        var condition = all.Aggregate(Expression.AndAlso);
        return QueryCall.Of(
            nameof(Queryable.Where),
            [typeof(T)],
            source,
            Expression.Lambda<Func<T, bool>>(condition, record)
        );
    }

    private static MethodCallExpression Take(Expression source, Expression most) =>
        QueryCall.Of(nameof(Queryable.Take), [typeof(T)], source, most);
}
