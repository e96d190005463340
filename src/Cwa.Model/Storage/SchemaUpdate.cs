using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Cwa.Model;

/// <summary>Brings a database's schema up to date, one process at a time.</summary>
public static partial class SchemaUpdate
{
    // Servers of this version go on beside newer ones if a migration only adds what they do not miss. The database keeps
    // the names of migrations, also of those that this version does not know.
    private const string Expands = "Expand";

    /// <summary>
    /// Checks that the database has the schema of this version, which is not changed; newer versions may have expanded
    /// it.
    /// </summary>
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
        LogExpansions(db, await RefusePendingAsync(db, cancellationToken));
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
        var (pending, expanded) = await db.SchemaDifferenceAsync(cancellationToken);
        LogExpansions(db, expanded);
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

    private static async Task<IReadOnlyList<string>> RefusePendingAsync(
        CwaDbContext db,
        CancellationToken cancellationToken
    )
    {
        var (pending, expanded) = await db.SchemaDifferenceAsync(cancellationToken);
        return pending is [] ? expanded : throw new PendingMigrationsException(pending);
    }

    /// <summary>
    /// The migrations that the database lacks, all of them if it does not exist; or those by which newer versions have
    /// expanded it.
    /// </summary>
    /// <exception cref="NewerSchemaException">A newer version has changed it.</exception>
    /// <exception cref="OlderSchemaException">It was made before the first migration of this version.</exception>
    internal static async Task<(IReadOnlyList<string> Pending, IReadOnlyList<string> Expanded)> SchemaDifferenceAsync(
        this CwaDbContext db,
        CancellationToken cancellationToken
    )
    {
        var known = db.Database.GetMigrations().ToList();
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken))
            return (known, []);

        // Each migration is recorded in the transaction that makes it: one that is recorded is done.
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        var pending = known.Except(applied).ToList();
        if (applied.Except(known).ToList() is not ([_, ..] and [.., var latest] unknown))
            return (pending, []);
        if (pending is [] && unknown.TrueForAll(IsExpansion))
            return ([], unknown);

        // A migration's name begins with the second at which it was made.
        throw string.CompareOrdinal(latest, known[0]) < 0
            ? new OlderSchemaException(unknown)
            : new NewerSchemaException(unknown);
    }

    /// <summary>Whether a migration's name promises that older servers can go on.</summary>
    internal static bool IsExpansion(string migration) =>
        migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..]
            .StartsWith(Expands, StringComparison.Ordinal);

    private static void LogExpansions(CwaDbContext db, IReadOnlyList<string> migrations)
    {
        if (migrations is [_, ..])
            LogExpanded(
                db.GetService<ILoggerFactory>().CreateLogger(typeof(SchemaUpdate)),
                string.Join(", ", migrations)
            );
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A newer version has expanded the database by {migrations}. This version goes on with what it knows."
    )]
    private static partial void LogExpanded(ILogger logger, string migrations);
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
