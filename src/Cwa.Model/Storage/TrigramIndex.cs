using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cwa.Model;

/// <summary>The index of trigrams by which PostgreSQL finds texts in titles, where it may be created.</summary>
internal static partial class TrigramIndex
{
    // The lock is held until both exist, as CREATE EXTENSION fails if another server creates it at the same time.
    private const string Create = """
        SELECT pg_advisory_xact_lock(19980304);
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        CREATE INDEX IF NOT EXISTS ix_events_title_trigrams ON events USING gin (title_search gin_trgm_ops);
        """;

    /// <summary>Creates the index if it is missing. Without it, a search reads every title.</summary>
    public static async Task EnsureAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        if (!db.Database.IsNpgsql() || await ExistsAsync(db, cancellationToken))
            return;

        try
        {
            await db.Database.ExecuteSqlRawAsync(Create, cancellationToken);
        }
        catch (PostgresException refused) when (MayNot(refused.SqlState))
        {
            LogMissing(db.GetService<ILoggerFactory>().CreateLogger(typeof(TrigramIndex)), refused.MessageText);
        }
    }

    private static Task<bool> ExistsAsync(CwaDbContext db, CancellationToken cancellationToken) =>
        db
            .Database.SqlQuery<bool>($"SELECT to_regclass('ix_events_title_trigrams') IS NOT NULL AS \"Value\"")
            .SingleAsync(cancellationToken);

    // The role may not, the extension is not installed, or it is in a schema where this role does not look.
    private static bool MayNot(string state) =>
        state
            is PostgresErrorCodes.InsufficientPrivilege
                or PostgresErrorCodes.FeatureNotSupported
                or PostgresErrorCodes.UndefinedFile
                or PostgresErrorCodes.UndefinedObject;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Searching titles reads every event, because the extension pg_trgm or its index could not be created: "
            + "{reason}. Let an administrator run CREATE EXTENSION pg_trgm in this database, and start again."
    )]
    private static partial void LogMissing(ILogger logger, string reason);
}
