using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace Cwa.Model;

/// <summary>
/// Lets writers through one at a time where the database allows only one, so that they wait in line rather than for its
/// lock.
/// </summary>
public static class WriterGate
{
    // Seconds; the driver's default is thirty.
    private const int ThreadHeldFor = 1;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    /// <summary>
    /// Begins a transaction that writes. On SQLite it holds the write lock from its start, and the process's gate until
    /// it is disposed.
    /// </summary>
    public static async Task<WriteTransaction> BeginWriteAsync(
        this CwaDbContext db,
        CancellationToken cancellationToken
    )
    {
        // A failure rolls back the whole transaction.
        db.Database.AutoSavepointsEnabled = false;
        if (!db.Database.IsSqlite())
            return new(await db.Database.BeginTransactionAsync(cancellationToken), gate: null);

        var gate = Gates.GetOrAdd(db.Database.GetConnectionString()!, _ => new(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return new(await BeginAsync(db, cancellationToken), gate);
        }
        catch
        {
            gate.Release();
            throw;
        }
    }

    // Another process may be writing. The wait for it holds no thread for long and can be cancelled.
    private static async Task<IDbContextTransaction> BeginAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        while (true)
        {
            var patience = connection.DefaultTimeout;
            connection.DefaultTimeout = ThreadHeldFor;
            try
            {
                return await db.Database.BeginTransactionAsync(cancellationToken);
            }
            catch (SqliteException busy) when (busy.SqliteErrorCode == raw.SQLITE_BUSY)
            {
                await Task.Delay(Pause, cancellationToken);
            }
            finally
            {
                connection.DefaultTimeout = patience;
            }
        }
    }
}
