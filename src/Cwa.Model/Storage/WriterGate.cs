using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Lets writers through one at a time where the database allows only one, so that they wait in line and not on its lock.</summary>
public static class WriterGate
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    /// <summary>Begins a transaction that writes. On SQLite it holds the write lock from its start, and the process's gate until it is disposed.</summary>
    public static async Task<WriteTransaction> BeginWriteAsync(this CwaDbContext db, CancellationToken cancellationToken)
    {
        // What fails is rolled back as a whole.
        db.Database.AutoSavepointsEnabled = false;
        if (!db.Database.IsSqlite())
            return new(await db.Database.BeginTransactionAsync(cancellationToken), gate: null);

        var gate = Gates.GetOrAdd(db.Database.GetConnectionString()!, _ => new(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            return new(await db.Database.BeginTransactionAsync(cancellationToken), gate);
        }
        catch
        {
            gate.Release();
            throw;
        }
    }
}
