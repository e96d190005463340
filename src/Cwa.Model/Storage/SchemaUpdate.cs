using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cwa.Model;

/// <summary>Brings a database's schema up to date, one process at a time.</summary>
/// <remarks>
/// EF Core's own lock is not enough. On SQLite it is a row, which outlives a killed process and then keeps everyone
/// from starting. On PostgreSQL it ends with a transaction in the middle of the migrations. The locks taken here last
/// until the update ends or its process does.
/// </remarks>
public static class SchemaUpdate
{
    private const long LockNumber = 19980303;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Checks that this version can work with the database. One that does not exist yet passes.</summary>
    /// <exception cref="NewerSchemaException">A newer version has changed it.</exception>
    /// <exception cref="OlderSchemaException">It was made before the first migration of this version.</exception>
    public static Task CheckSchemaAsync(this CwaDbContext db, CancellationToken cancellationToken) =>
        IsUpToDateAsync(db, cancellationToken);

    /// <summary>Applies the migrations that the database lacks.</summary>
    /// <exception cref="NewerSchemaException">A newer version has changed it.</exception>
    /// <exception cref="OlderSchemaException">It was made before the first migration of this version.</exception>
    public static async Task UpdateSchemaAsync(this CwaDbContext db, CancellationToken cancellationToken)
    {
        if (!await IsUpToDateAsync(db, cancellationToken))
            await MigrateAsync(db, cancellationToken);
        await TrigramIndex.EnsureAsync(db, cancellationToken);
    }

    private static async Task MigrateAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellationToken))
            await creator.CreateAsync(cancellationToken);

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await (
                db.Database.IsSqlite() ? OnSqliteAsync(db, cancellationToken) : OnPostgreSqlAsync(db, cancellationToken)
            );
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // Each migration is recorded in the transaction that makes it: one that is recorded is done.
    private static async Task<bool> IsUpToDateAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken))
            return false;

        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known).ToList() is not ([_, ..] and [.., var latest] unknown))
            return !known.Except(applied).Any();

        // A migration's name begins with the second at which it was made.
        throw string.CompareOrdinal(latest, known[0]) < 0
            ? new OlderSchemaException(unknown)
            : new NewerSchemaException(unknown);
    }

    private static async Task OnSqliteAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        await using var alone = await LockAsync(
            db.Database.GetDbConnection().DataSource + "-migrating",
            cancellationToken
        );
        // Whoever took EF Core's lock is gone, since this process holds ours.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private static async Task OnPostgreSqlAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({LockNumber})", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({LockNumber})", cancellationToken);
    }

    // The file is never deleted: a new one of the same name could be locked while the deleted one still is.
    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}

/// <summary>The database has migrations that this version does not know yet.</summary>
public sealed class NewerSchemaException(IReadOnlyList<string> unknown)
    : Exception(
        $"""
        The database was changed by a newer version: it has the migrations {string.Join(", ", unknown)},
        which this version does not know. Run that version or a later one, or restore a backup from before.
        """
    );

/// <summary>The database has migrations that this version no longer knows.</summary>
public sealed class OlderSchemaException(IReadOnlyList<string> unknown)
    : Exception(
        $"""
        The database was made before the first release: it has the migrations {string.Join(", ", unknown)},
        which this version cannot continue. Nothing in the database was changed.
        Name an empty database in ConnectionStrings:Cwa, or move the SQLite file away, and start again.
        To keep events and complaint figures, export them with the version that made the database
        (schema/EXPORTS.md) and import them into the new one (schema/IMPORT.md).
        """
    );
