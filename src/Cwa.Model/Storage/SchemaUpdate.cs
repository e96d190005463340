using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cwa.Model;

/// <summary>Brings a database's schema up to date, one process at a time.</summary>
public static class SchemaUpdate
{
    /// <summary>Checks that the database has just the schema of this version, which is not changed.</summary>
    /// <param name="then">What is to be done before another process that starts has its turn.</param>
    /// <exception cref="PendingMigrationsException">It does not exist, or lacks migrations.</exception>
    /// <exception cref="NewerSchemaException">A newer version has changed it.</exception>
    /// <exception cref="OlderSchemaException">It was made before the first migration of this version.</exception>
    public static async Task CheckSchemaAsync(
        this CwaDbContext db,
        Func<CancellationToken, Task> then,
        CancellationToken cancellationToken
    )
    {
        await RefusePendingAsync(db, cancellationToken);
        await using var turn = await StartingTurn.TakeAsync(db, cancellationToken);
        // Another process may have migrated the database while this one waited.
        await RefusePendingAsync(db, cancellationToken);
        await then(cancellationToken);
    }

    /// <summary>Creates a database that does not exist, and applies the migrations that it lacks.</summary>
    /// <param name="then">What is to be done before another process that starts has its turn.</param>
    /// <returns>The migrations that were applied.</returns>
    /// <exception cref="NewerSchemaException">A newer version has changed it.</exception>
    /// <exception cref="OlderSchemaException">It was made before the first migration of this version.</exception>
    public static async Task<IReadOnlyList<string>> UpdateSchemaAsync(
        this CwaDbContext db,
        Func<CancellationToken, Task> then,
        CancellationToken cancellationToken
    )
    {
        await using var turn = await StartingTurn.TakeAsync(db, cancellationToken);
        var pending = await PendingAsync(db, cancellationToken);
        if (pending.Count > 0)
        {
            // Whoever took EF Core's lock is gone, since this process has its turn.
            if (db.Database.IsSqlite())
                await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }

        await TrigramIndex.EnsureAsync(db, cancellationToken);
        await then(cancellationToken);
        return pending;
    }

    /// <summary>Creates a database that does not exist, and applies the migrations that it lacks.</summary>
    public static Task UpdateSchemaAsync(this CwaDbContext db, CancellationToken cancellationToken) =>
        db.UpdateSchemaAsync(_ => Task.CompletedTask, cancellationToken);

    private static async Task RefusePendingAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        if (await PendingAsync(db, cancellationToken) is [_, ..] pending)
            throw new PendingMigrationsException(pending);
    }

    /// <summary>The migrations that the database lacks; all of them if it does not exist.</summary>
    // Each migration is recorded in the transaction that makes it: one that is recorded is done.
    internal static async Task<IReadOnlyList<string>> PendingAsync(
        this CwaDbContext db,
        CancellationToken cancellationToken
    )
    {
        var known = db.Database.GetMigrations().ToList();
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken))
            return known;

        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known).ToList() is not ([_, ..] and [.., var latest] unknown))
            return [.. known.Except(applied)];

        // A migration's name begins with the second at which it was made.
        throw string.CompareOrdinal(latest, known[0]) < 0
            ? new OlderSchemaException(unknown)
            : new NewerSchemaException(unknown);
    }
}

/// <summary>The database lacks migrations of this version, and this process may not apply them.</summary>
public sealed class PendingMigrationsException(IReadOnlyList<string> pending)
    : Exception(
        $"""
        The database lacks {string.Join(", ", pending)}.
        Run `dotnet Cwa.Graph.dll migrate` with the settings of this server, or set Database:Migrate to true.
        """
    );

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
