namespace Cwa.Graph.Engine;

/// <summary>Lets only so many reads into the database at once; the others wait without holding a thread.</summary>
/// <remarks>
/// SQLite works on the thread that asks it, so without this a few heavy operations would hold every thread, and the lightest
/// request would wait for them. A database server too answers fewer connections sooner.
/// </remarks>
[Service]
public sealed class ReadGate(Limits limits) : IDisposable
{
    private readonly SemaphoreSlim _places = new(limits.ConcurrentReads);

    internal async Task<Place> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        return new(_places);
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    internal readonly struct Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
