using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;

namespace Cwa.Model;

/// <summary>
/// Rows that wait in temporary tables until one short transaction puts them into place. While it is open, whatever the
/// context saves goes there, and nobody else sees it or waits for it.
/// </summary>
/// <remarks>
/// Temporary tables belong to a connection: if the process or the line ends, the database drops them, so that nothing
/// has to be cleaned up. What the context reads does not show them.
/// </remarks>
internal sealed class StagedRows : IAsyncDisposable
{
    private readonly CwaDbContext _db;
    private readonly Dictionary<(FilledTable Table, EntityState State), StagedTable> _tables = [];

    private StagedRows(CwaDbContext db) => _db = db;

    /// <summary>
    /// Whether a stored row was changed twice. It was read without its first change, so that its rows must not be put
    /// into place.
    /// </summary>
    public bool IsChangedTwice { get; private set; }

    /// <summary>Begins to stage what the context saves. No transaction may be open.</summary>
    public static async Task<StagedRows> OpenAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        // In a file, which grows with the rows, and not in memory.
        if (db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync("PRAGMA temp_store = FILE", cancellationToken);
        return db.Staged = new(db);
    }

    /// <summary>The temporary tables into which the rows go; each list of rows is in one state.</summary>
    public async Task<IReadOnlyList<(FilledTable Table, IUpdateEntry[] Rows)>> PrepareAsync(
        IReadOnlyList<(FilledTable Table, IUpdateEntry[] Rows)> changes,
        CancellationToken cancellationToken
    )
    {
        var into = new List<(FilledTable, IUpdateEntry[])>();
        foreach (var (table, rows) in changes)
        {
            if (!_tables.TryGetValue((table, rows[0].EntityState), out var staged))
            {
                staged = new(table, rows[0].EntityState);
                await _db.Database.ExecuteSqlRawAsync(staged.Create, cancellationToken);
                _tables.Add((table, rows[0].EntityState), staged);
            }

            IsChangedTwice |= !staged.Take(rows);
            into.Add((staged.Waiting, rows));
        }

        return into;
    }

    /// <summary>Puts all rows into place, in the open write transaction. From here on the context saves at once.</summary>
    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        _db.Staged = null;
        // Rows go before those to which they refer, and come after them.
        var steps = _tables
            .Values.OrderBy(staged => staged.State != EntityState.Deleted)
            .ThenBy(staged => staged.State == EntityState.Deleted ? -staged.Table.Depth : staged.Table.Depth)
            .ThenBy(staged => staged.State == EntityState.Added);
        foreach (var staged in steps)
            await _db.Database.ExecuteSqlRawAsync(staged.Publish, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _db.Staged = null;
        try
        {
            foreach (var staged in _tables.Values)
                await _db.Database.ExecuteSqlRawAsync(staged.Drop);
            if (_db.Database.IsSqlite())
                await _db.Database.ExecuteSqlRawAsync("PRAGMA temp_store = MEMORY");
        }
        catch (Exception lost) when (DatabaseFault.IsAway(lost))
        {
            // The tables went with their connection.
        }
        finally
        {
            await _db.Database.CloseConnectionAsync();
        }
    }
}
