using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// The one row that numbers the feed. Its lock puts the numbers in commit order, which a database sequence would not.
/// </summary>
public sealed class FeedCounter
{
    private FeedCounter() { } // EF Core

    /// <summary>Always 1: there is one counter.</summary>
    public int Id { get; private init; }

    /// <summary>The number of the newest entry; 0 before the first.</summary>
    public long LastSequence { get; private set; }

    /// <summary>
    /// Takes the next numbers in the open transaction. Only the entries themselves are written after it.
    /// </summary>
    /// <returns>The first of the numbers taken.</returns>
    /// <exception cref="InvalidOperationException">No transaction is open, so the number could be lost.</exception>
    public static async Task<long> TakeAsync(CwaDbContext db, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException(
                "Feed numbers must be taken in the transaction that writes the entries."
            );

        // On PostgreSQL the commit also wakes the listeners in other processes.
        var last = await (
            db.Database.IsNpgsql()
                ? db.Database.SqlQuery<long>(
                    $"""
                    UPDATE feed_counters SET last_sequence = last_sequence + {count}
                    RETURNING last_sequence AS "Value", pg_notify('cwa_feed', '')
                    """
                )
                : db.Database.SqlQuery<long>(
                    $"""
                    UPDATE feed_counters SET last_sequence = last_sequence + {count}
                    RETURNING last_sequence AS "Value"
                    """
                )
        ).ToListAsync(cancellationToken);
        return last[0] - count + 1;
    }

    /// <summary>
    /// Calls back whenever another process may have written to the feed, until it is cancelled. On SQLite it only
    /// waits.
    /// </summary>
    public static async Task ListenAsync(CwaDbContext db, Func<Task> written, CancellationToken cancellationToken)
    {
        if (!db.Database.IsNpgsql())
            await Task.Delay(Timeout.Infinite, cancellationToken);

        await using var connection = new Npgsql.NpgsqlConnection(db.Database.GetConnectionString());
        await connection.OpenAsync(cancellationToken);
        await using (var listen = new Npgsql.NpgsqlCommand("LISTEN cwa_feed", connection))
            await listen.ExecuteNonQueryAsync(cancellationToken);
        while (true)
        {
            await written();
            await connection.WaitAsync(cancellationToken);
        }
    }
}
