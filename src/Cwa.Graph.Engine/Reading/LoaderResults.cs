using GraphQL.DataLoader;

namespace Cwa.Graph.Engine;

/// <summary>What is made of a loader's value.</summary>
public static class LoaderResults
{
    /// <summary>A part of the value, once it is loaded.</summary>
    public static IDataLoaderResult<TPart> Then<TValue, TPart>(
        this IDataLoaderResult<TValue> value,
        Func<TValue, TPart> part
    ) => new Part<TValue, TPart>(value, part);

    private sealed class Part<TValue, TPart>(IDataLoaderResult<TValue> value, Func<TValue, TPart> part)
        : IDataLoaderResult<TPart>
    {
        public async Task<TPart> GetResultAsync(CancellationToken cancellationToken = default) =>
            part(await value.GetResultAsync(cancellationToken));

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            await GetResultAsync(cancellationToken);
    }
}
