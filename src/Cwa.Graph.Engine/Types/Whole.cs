using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Resolvers;

namespace Cwa.Graph.Engine;

/// <summary>Whether the caller may see all of a record, or only what is public of it.</summary>
[Service]
public sealed class Whole<T>(ReadScope reads) : BatchLoader<Guid, bool>
    where T : class
{
    /// <summary>Whether the caller may see all of every record, so that nothing need be queried.</summary>
    internal bool IsAll => reads.Visibility.WholeOf(typeof(T)) is null;

    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, bool>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    ) => (await OfAsync(keys, cancellationToken)).ToDictionary(key => key, _ => true);

    /// <summary>Those of the records of which the caller may see all.</summary>
    internal async Task<HashSet<Guid>> OfAsync(IEnumerable<Guid> keys, CancellationToken cancellationToken) =>
        [
            .. (
                await new ListQuery<T>(
                    reads,
                    [
                        ParentCondition<T>.In([.. keys], Keys.Of<T>()),
                        .. reads.Visibility.WholeOf(typeof(T)) is { } whole ? [whole] : Array.Empty<FilterNode>(),
                    ]
                ).AllAsync([], cancellationToken)
            ).Select(CompiledMember.Of(Keys.Of<T>())),
        ];
}

/// <summary>Resolves a property if the caller may see all of the record, and to null otherwise.</summary>
internal sealed class WholeOnly<T>(PropertyResolver<T> property, Func<T, Guid> key)
    : IFieldResolver,
        IGuardedProperty,
        IReadsProperties
    where T : class
{
    public IReadOnlyList<string> Reads => property.Reads;

    public IPropertyResolver? For(IServiceProvider services) =>
        services.GetRequiredService<Whole<T>>().IsAll ? property : null;

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var whole = context.RequestServices!.GetRequiredService<Whole<T>>();
        var value = property.Get(context.Source!);
        return new(value is null || whole.IsAll ? value : new Later(whole.Load(key((T)context.Source!)), value));
    }

    private sealed class Later(IDataLoaderResult<bool> whole, object value) : IDataLoaderResult
    {
        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default) =>
            await whole.GetResultAsync(cancellationToken) ? value : null;
    }
}
