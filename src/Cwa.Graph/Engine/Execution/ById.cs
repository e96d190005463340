using System.Linq.Expressions;
using GraphQL.DataLoader;

namespace Cwa.Graph.Engine;

/// <summary>The record with a key; null when there is none that the caller may see.</summary>
[Service]
public sealed class ById<T>(IVisibility visibility, QueryCache queries) : BatchLoader<Guid, T> where T : class
{
    private static readonly Expression<Func<T, Guid>> Key = CreateKey();
    private static readonly Func<T, Guid> KeyOf = Key.Compile();

    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, T>> FetchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
        (await new ListQuery<T>(visibility, queries, [ParentCondition<T>.In([.. keys], Key)])
            .AllAsync([], cancellationToken)).ToDictionary(KeyOf);

    private static Expression<Func<T, Guid>> CreateKey()
    {
        var record = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, Guid>>(Expression.Property(record, "Id"), record);
    }
}

/// <summary>The records that belong to a parent, where they are few enough to need no pages.</summary>
[Service]
public sealed class Children<T>(IVisibility visibility, QueryCache queries) where T : class
{
    private readonly Dictionary<string, Of> _loaders = [];

    /// <summary>The children of <paramref name="parent"/>, by the property that holds its key, in the order of another.</summary>
    public IDataLoaderResult<IReadOnlyList<T>> Load<TOrder>(
        Guid parent, Expression<Func<T, Guid>> by, Expression<Func<T, TOrder>> order) where TOrder : notnull
    {
        lock (_loaders)
        {
            var name = ((MemberExpression)by.Body).Member.Name;
            if (!_loaders.TryGetValue(name, out var loader))
                _loaders[name] = loader = new(this, by, [new(new SortTerm<T, TOrder>(((MemberExpression)order.Body).Member.Name, "", order), false)]);
            return loader.Load(parent);
        }
    }

    private sealed class Of(Children<T> all, Expression<Func<T, Guid>> by, IReadOnlyList<OrderBy> order) : BatchLoader<Guid, IReadOnlyList<T>>
    {
        protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<T>>> FetchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken) =>
            (await new ListQuery<T>(all.Visibility, all.Queries, [ParentCondition<T>.In([.. keys], by)])
                .AllAsync(order, cancellationToken))
            .GroupBy(CompiledMember.Of(by)).ToDictionary(g => g.Key, IReadOnlyList<T> (g) => [.. g]);

        protected override IReadOnlyList<T> Missing(Guid key) => [];
    }

    private IVisibility Visibility => visibility;
    private QueryCache Queries => queries;
}
