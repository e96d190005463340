using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Reads from a snapshot: all statements see one state of the database, whose instant is known.</summary>
[Service]
public sealed class Snapshots(
    RequestContexts contexts,
    ReadSource source,
    ReadGate gate,
    Caller caller,
    TimeProvider clock
)
{
    /// <summary>
    /// Reads, untracked. Everything stored by the instant that <paramref name="read"/> gets is in what it reads.
    /// </summary>
    public Task<T> ReadAsync<T>(Func<CwaDbContext, DateTime, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(read, inOneStatement: false, cancellationToken);

    /// <summary>The same for a single statement, which sees one state of the database by itself.</summary>
    public Task<T> ReadOnceAsync<T>(Func<CwaDbContext, DateTime, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(read, inOneStatement: true, cancellationToken);

    private async Task<T> ReadAsync<T>(
        Func<CwaDbContext, DateTime, Task<T>> read,
        bool inOneStatement,
        CancellationToken cancellationToken
    )
    {
        using var place = await gate.EnterAsync(caller.IsSignedIn, cancellationToken);
        await using var db = contexts.Create();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var transaction = inOneStatement ? null : await db.BeginReadAsync(cancellationToken);
        return await read(db, source.ReplicaHas ?? clock.GetUtcNow().UtcDateTime);
    }
}
