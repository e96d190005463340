using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Cwa.Model;

/// <summary>Sets up each SQLite connection when it is first opened. A pooled connection keeps its settings.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // WAL lets readers go on while one connection writes. FULL makes a commit survive a power cut. The time-out makes
    // SQLite itself wait for a lock, not the driver with its sleeping retry. The cache stays at SQLite's 2 MB and no
    // file is mapped, since each connection would hold its own. "Starts with" respects case, as on PostgreSQL.
    private const string Pragmas = """
        PRAGMA busy_timeout = 500;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA case_sensitive_like = ON;
        """;

    private static readonly ConditionalWeakTable<object, object> Prepared = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Prepare(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Prepare(connection);
        return Task.CompletedTask;
    }

    private static void Prepare(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        if (Prepared.TryGetValue(handle, out _))
            return;

        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        Prepared.AddOrUpdate(handle, handle);
    }
}
