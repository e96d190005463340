using GraphQL.DataLoader;

namespace Cwa.Graph.Engine;

/// <summary>
/// Collects the keys that one level of a query asks for and fetches them together, each key once a request.
/// </summary>
[Service]
public abstract class BatchLoader<TKey, TValue>
    where TKey : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, Entry> _entries = [];
    private Batch? _open;

    /// <summary>The value for a key, fetched together with the others of its level.</summary>
    public IDataLoaderResult<TValue> Load(TKey key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                _open ??= new(this);
                _entries.Add(key, entry = new(_open, key));
                _open.Keys.Add(key);
            }

            return entry;
        }
    }

    /// <summary>Fetches the values of these keys.</summary>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> FetchAsync(
        IReadOnlyList<TKey> keys,
        CancellationToken cancellationToken
    );

    /// <summary>The value for a key that was not found.</summary>
    protected virtual TValue Missing(TKey key) => default!;

    private sealed class Batch(BatchLoader<TKey, TValue> loader)
    {
        private Task<IReadOnlyDictionary<TKey, TValue>>? _run;

        /// <summary>The values, once they have been fetched.</summary>
        public IReadOnlyDictionary<TKey, TValue>? Fetched =>
            _run is { IsCompletedSuccessfully: true } run ? run.Result : null;

        public TValue Get(IReadOnlyDictionary<TKey, TValue> fetched, TKey key) =>
            fetched.TryGetValue(key, out var value) ? value : loader.Missing(key);

        public List<TKey> Keys { get; } = [];

        public async Task<TValue> GetAsync(TKey key, CancellationToken cancellationToken)
        {
            lock (loader._lock)
            {
                if (loader._open == this)
                    loader._open = null;
                _run ??= RunAsync(cancellationToken);
            }

            return Get(await _run, key);
        }

        // Async, so that an exception thrown before the first await is also kept in the task.
        private async Task<IReadOnlyDictionary<TKey, TValue>> RunAsync(CancellationToken cancellationToken)
        {
            using var span = Tracing.Begin("graphql.load");
            span?.SetTag("graphql.loader", loader.GetType().Name);
            span?.SetTag("graphql.keys", Keys.Count);
            return await loader.FetchAsync(Keys, cancellationToken);
        }
    }

    private sealed class Entry(Batch batch, TKey key) : IDataLoaderResult<TValue>, ILoaded
    {
        private Task<TValue>? _value;
        private Task<object?>? _boxed;

        public Task<TValue> GetResultAsync(CancellationToken cancellationToken = default) =>
            _value ??= batch.GetAsync(key, cancellationToken);

        // Kept boxed, so that all fields that ask for one key share one task.
        Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            _boxed ??= BoxAsync(cancellationToken);

        public bool TryGet(out object? value)
        {
            var fetched = batch.Fetched;
            value = fetched is null ? null : batch.Get(fetched, key);
            return fetched is not null;
        }

        private async Task<object?> BoxAsync(CancellationToken cancellationToken) =>
            await GetResultAsync(cancellationToken);
    }
}
