using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cwa.Model;

/// <summary>
/// The connection on which a server hears what others write to PostgreSQL, and by which servers know how many they are.
/// </summary>
/// <remarks>
/// Each holds a shared lock for as long as its connection lives, so that one that is killed is no longer counted. No
/// table has to be kept in order.
/// </remarks>
public static class ServerLine
{
    private const int LockNumber = 19980316;

    private static readonly TimeSpan CountEvery = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Calls back whenever another process may have written to the feed, and with the number of servers, until it is
    /// cancelled. On SQLite it only waits.
    /// </summary>
    public static async Task ListenAsync(
        CwaDbContext db,
        Func<Task> written,
        Action<int> counted,
        CancellationToken cancellationToken
    )
    {
        if (!db.Database.IsNpgsql())
            await Task.Delay(Timeout.Infinite, cancellationToken);

        // Not from the pool, where it would live on with its lock.
        var own = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false };
        await using var connection = new NpgsqlConnection(own.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(
            connection,
            $"LISTEN cwa_feed; SELECT pg_advisory_lock_shared({LockNumber})",
            cancellationToken
        );
        for (long? countedAt = null; ; await connection.WaitAsync(CountEvery, cancellationToken))
        {
            if (countedAt is not { } then || Stopwatch.GetElapsedTime(then) >= CountEvery)
            {
                counted(await CountAsync(connection, cancellationToken));
                countedAt = Stopwatch.GetTimestamp();
            }

            await written();
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<int> CountAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT count(*)::int FROM pg_locks
            WHERE locktype = 'advisory' AND classid = 0 AND objid = {LockNumber} AND granted
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """,
            connection
        );
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
