using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>The one row that numbers the feed. Its lock puts the numbers in commit order, which a database sequence does not.</summary>
public sealed class FeedCounter
{
    private FeedCounter() { } // EF Core

    /// <summary>Always 1: there is one counter.</summary>
    public int Id { get; private init; }

    /// <summary>The number of the newest entry; 0 while there is none.</summary>
    public long LastSequence { get; private set; }

    /// <summary>Takes the next numbers inside the open transaction, as its last statement but the entries themselves.</summary>
    /// <returns>The first of the numbers taken.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open, so the number could be lost.</exception>
    public static async Task<long> TakeAsync(CwaDbContext db, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Feed numbers are taken inside the transaction that writes the entries.");

        await db.FeedCounters.ExecuteUpdateAsync(
            counter => counter.SetProperty(c => c.LastSequence, c => c.LastSequence + count), cancellationToken);
        return await db.FeedCounters.Select(c => c.LastSequence).SingleAsync(cancellationToken) - count + 1;
    }
}
