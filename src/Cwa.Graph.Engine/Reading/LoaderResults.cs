using GraphQL.DataLoader;

namespace Cwa.Graph.Engine;

/// <summary>A loader's value that may be there already, so that nothing need wait for it.</summary>
internal interface ILoaded
{
    /// <summary>The value, if it is there.</summary>
    bool TryGet(out object? value);
}

/// <summary>What is made of a loader's value.</summary>
public static class LoaderResults
{
    /// <summary>A part of the value, once it is loaded.</summary>
    public static IDataLoaderResult<TPart> Then<TValue, TPart>(
        this IDataLoaderResult<TValue> value,
        Func<TValue, TPart> part
    ) => new Part<TValue, TPart>(value, part);

    private sealed class Part<TValue, TPart>(IDataLoaderResult<TValue> of, Func<TValue, TPart> part)
        : IDataLoaderResult<TPart>,
            ILoaded
    {
        public bool TryGet(out object? value)
        {
            object? whole = null;
            var isThere = (of as ILoaded)?.TryGet(out whole) == true;
            value = isThere ? part((TValue)whole!) : null;
            return isThere;
        }

        public async Task<TPart> GetResultAsync(CancellationToken cancellationToken = default) =>
            part(await of.GetResultAsync(cancellationToken));

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            await GetResultAsync(cancellationToken);
    }
}
