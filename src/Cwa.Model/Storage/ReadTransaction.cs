using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Lets several statements see one state of the database, whatever is written meanwhile.</summary>
public static class ReadTransaction
{
    /// <summary>Begins a transaction that sees the state at its first statement. Writers do not wait for it.</summary>
    public static async Task<IAsyncDisposable> BeginReadAsync(this CwaDbContext db, CancellationToken cancellationToken)
    {
        if (db.Database.IsNpgsql())
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

        // EF Core's own transaction would take SQLite's only write lock.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return new Deferred(db, transaction);
    }

    private sealed class Deferred(CwaDbContext db, SqliteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
