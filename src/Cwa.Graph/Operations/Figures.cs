using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Reads what is added up or judged: all from one state of the database, with the instant that it is of.
/// </summary>
[Service]
public sealed class Figures(IDbContextFactory<CwaDbContext> contexts, ReadGate gate, Caller caller, TimeProvider clock)
{
    /// <summary>
    /// Reads, untracked; whatever was stored by the instant that <paramref name="read"/> is given is in what it reads.
    /// </summary>
    public async Task<T> ReadAsync<T>(Func<CwaDbContext, DateTime, Task<T>> read, CancellationToken cancellationToken)
    {
        using var place = await gate.EnterAsync(caller.IsSignedIn, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var transaction = await db.BeginReadAsync(cancellationToken);
        return await read(db, clock.GetUtcNow().UtcDateTime);
    }
}
