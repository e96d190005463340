using System.Linq.Expressions;
using GraphQL.DataLoader;

namespace Cwa.Graph.Engine;

/// <summary>The record with a key; null when it does not exist or the caller may not see it.</summary>
[Service]
public sealed class ById<T>(ReadScope reads) : BatchLoader<Guid, T>
    where T : class
{
    private static readonly Expression<Func<T, Guid>> Key = Keys.Of<T>();

    /// <summary>
    /// The record that a reference points to; null when the reference is empty or the caller may not see the record.
    /// </summary>
    public IDataLoaderResult<T?>? Find(Guid? key) => key is { } given ? (IDataLoaderResult<T?>?)Load(given)! : null;

    /// <summary>The records that several references point to, without those that the caller may not see.</summary>
    public IDataLoaderResult<IReadOnlyList<T>> FindAll(IEnumerable<Guid> keys) => new Found([.. keys.Select(Load)]);

    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, T>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) =>
        (
            await new ListQuery<T>(reads, [ParentCondition<T>.In([.. keys], Key)], byId: true).AllAsync(
                [],
                cancellationToken
            )
        ).ToDictionary(CompiledMember.Of(Key));

    private sealed class Found(IReadOnlyList<IDataLoaderResult<T>> results) : IDataLoaderResult<IReadOnlyList<T>>
    {
        public async Task<IReadOnlyList<T>> GetResultAsync(CancellationToken cancellationToken = default)
        {
            var found = new List<T>(results.Count);
            foreach (var result in results)
            {
                if (await result.GetResultAsync(cancellationToken) is { } record)
                    found.Add(record);
            }

            return found;
        }

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            await GetResultAsync(cancellationToken);
    }
}

/// <summary>The records that belong to a parent, where they are few enough not to need pages.</summary>
[Service]
public sealed class Children<T>(ReadScope reads)
    where T : class
{
    private readonly Dictionary<string, ByParent> _loaders = [];

    /// <summary>The children of <paramref name="parent"/>, whose key they hold in <paramref name="by"/>.</summary>
    public IDataLoaderResult<IReadOnlyList<T>> Load<TOrder>(
        Guid parent,
        Expression<Func<T, Guid>> by,
        Expression<Func<T, TOrder>> order
    )
        where TOrder : notnull
    {
        lock (_loaders)
        {
            var name = CompiledMember.PathOf(by);
            if (!_loaders.TryGetValue(name, out var loader))
                _loaders[name] = loader = new(
                    reads,
                    by,
                    new(new SortTerm<T, TOrder>(CompiledMember.PathOf(order), "", order), false)
                );
            return loader.Load(parent);
        }
    }

    private sealed class ByParent(ReadScope reads, Expression<Func<T, Guid>> by, OrderBy order)
        : BatchLoader<Guid, IReadOnlyList<T>>
    {
        protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<T>>> FetchAsync(
            IReadOnlyList<Guid> keys,
            CancellationToken cancellationToken
        ) =>
            (
                await new ListQuery<T>(reads, [ParentCondition<T>.In([.. keys], by)]).AllAsync(
                    [order],
                    cancellationToken,
                    by
                )
            )
                .GroupBy(CompiledMember.Of(by))
                .ToDictionary(g => g.Key, IReadOnlyList<T> (g) => [.. g]);

        protected override IReadOnlyList<T> Missing(Guid key) => [];
    }
}

/// <summary>The one record that belongs to a parent.</summary>
[Service]
public abstract class OnlyChild<T>(
    ReadScope reads,
    Expression<Func<T, Guid>> by,
    params IReadOnlyList<FilterNode> conditions
) : BatchLoader<Guid, T?>
    where T : class
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, T?>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) =>
        (
            await new ListQuery<T>(reads, [ParentCondition<T>.In([.. keys], by), .. conditions]).AllAsync(
                [],
                cancellationToken,
                by
            )
        ).ToDictionary(CompiledMember.Of(by), T? (record) => record);
}
