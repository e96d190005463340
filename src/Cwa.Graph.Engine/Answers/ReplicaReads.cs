using System.Diagnostics;
using GraphQL;

namespace Cwa.Graph.Engine;

/// <summary>
/// Reads from the replica, if there is one, whenever nobody can tell that from a read of the primary.
/// </summary>
/// <remarks>
/// Before its first statement, the replica has reached a place that the primary showed after the request had arrived:
/// so the read sees all that anybody was told by then. After its last statement, the replica has shown nothing but what
/// the primary shows as well: so nobody who reads the primary later sees less. .github/decisions/0019 says more.
/// </remarks>
public sealed class ReplicaReads
{
    // The primary is asked anew that often whether it shows what the replica has shown.
    private const int MostLooks = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500),
        PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly IReplica? _replica;
    private readonly Looks _looks;
    private readonly GraphMetrics _metrics;
    private readonly Limits _limits;
    private readonly TimeProvider _clock;
    private long _failedAt;

    internal ReplicaReads(IReplica? replica, Looks looks, GraphMetrics metrics, Limits limits, TimeProvider clock) =>
        (_replica, _looks, _metrics, _limits, _clock) = (replica, looks, metrics, limits, clock);

    /// <summary>Whether the settings name a replica.</summary>
    public bool IsOn => _replica is not null;

    /// <summary>Whether the replica has now what the primary shows; null if the primary cannot be asked.</summary>
    /// <exception cref="Exception">The replica is away.</exception>
    public async Task<bool?> ReachesAsync(CancellationToken cancellationToken) =>
        await PlaceAsync(cancellationToken) is { } place
            ? await WithinAsync(Patience, token => _replica!.ReachesAsync(place, token), cancellationToken) is not null
            : null;

    /// <summary>Reads from the replica, or returns null: then the primary is to be read.</summary>
    /// <param name="read">Reads from the replica, which has everything that was stored by an instant.</param>
    internal async Task<ExecutionResult?> TryAsync(
        Func<DateTime, CancellationToken, Task<ExecutionResult>> read,
        CancellationToken cancellationToken
    )
    {
        if (!IsOn)
            return null;

        var (result, outcome) = await ReadAsync(read, cancellationToken);
        _metrics.Reads.Add(
            1,
            new("from", result is null ? "primary" : "replica"),
            new KeyValuePair<string, object?>("replica", outcome)
        );
        return result;
    }

    private async Task<(ExecutionResult? Result, string Outcome)> ReadAsync(
        Func<DateTime, CancellationToken, Task<ExecutionResult>> read,
        CancellationToken cancellationToken
    )
    {
        if (IsPausing())
            return (null, "away");

        var instant = _clock.GetUtcNow().UtcDateTime;
        if (await PlaceAsync(cancellationToken) is not { } place)
            return (null, "unknown");

        // Whatever goes wrong here, and whatever is answered with an error, the primary decides.
        try
        {
            if (
                await WithinAsync(Patience, token => _replica!.ReachesAsync(place, token), cancellationToken)
                is not { } run
            )
                return (null, "behind");

            Volatile.Write(ref _failedAt, 0);
            var result = await WithinAsync(_limits.ExecutionTime / 2, token => read(instant, token), cancellationToken);
            if (result.Errors is not null)
                return (null, "failed");
            return await IsSharedAsync(place, run, cancellationToken) ? (result, "current") : (null, "ahead");
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            Volatile.Write(ref _failedAt, Stopwatch.GetTimestamp());
            return (null, "away");
        }
    }

    // If nothing has happened since the read began, the place from before it will do.
    private async Task<bool> IsSharedAsync(string place, string run, CancellationToken cancellationToken)
    {
        for (var looks = 0; looks <= MostLooks; looks++)
        {
            if (looks > 0)
            {
                if (await PlaceAsync(cancellationToken) is not { } next)
                    return false;
                place = next;
            }

            if (await WithinAsync(Patience, token => _replica!.ShowsOnlyAsync(place, run, token), cancellationToken))
                return true;
        }

        return false;
    }

    private async Task<string?> PlaceAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _looks.NextAsync().WaitAsync(Patience, cancellationToken) is null ? null : _looks.Text;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    // After a failure, one request a second tries whether the replica is back.
    private bool IsPausing()
    {
        var failedAt = Volatile.Read(ref _failedAt);
        return failedAt != 0
            && (
                Stopwatch.GetElapsedTime(failedAt) < PauseAfterFailure
                || Interlocked.CompareExchange(ref _failedAt, Stopwatch.GetTimestamp(), failedAt) != failedAt
            );
    }

    private static async Task<T> WithinAsync<T>(
        TimeSpan time,
        Func<CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(time);
        return await work(limit.Token);
    }
}
