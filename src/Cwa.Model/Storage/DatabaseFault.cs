using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Cwa.Model;

/// <summary>Tells a database that cannot be used for now from a fault of ours.</summary>
/// <remarks>
/// If the database is away, a request can be tried again later. After a fault of ours it fails again.
/// </remarks>
public static class DatabaseFault
{
    // A full disk, as .NET reports it on Linux, and the two ways on Windows.
    private const int NoSpaceLeft = 28,
        HandleDiskFull = unchecked((int)0x80070027),
        DiskFull = unchecked((int)0x80070070);

    /// <summary>
    /// Whether the exception, or one inside it, says that the database is away: not reached, full, or too busy to serve
    /// us.
    /// </summary>
    public static bool IsAway(Exception? exception) =>
        exception switch
        {
            null => false,
            // Whoever cancelled knows why. The exception inside is only the database's answer to that.
            OperationCanceledException => false,
            PostgresException refusal => IsAway(refusal.SqlState),
            NpgsqlException npgsql => npgsql.IsTransient
                || HasNoHost(npgsql)
                || HasLostTheThread(npgsql)
                || IsAway(npgsql.InnerException),
            // Npgsql 10.0 stumbles if the line is cut while it begins to read an answer. The connection is gone by then.
            NullReferenceException { Source: nameof(Npgsql) } => true,
            ArgumentOutOfRangeException { Source: nameof(Npgsql) } => true,
            SqliteException sqlite => IsAway(sqlite.SqliteErrorCode),
            AggregateException several => several.InnerExceptions.Any(IsAway),
            // The database's host name cannot be resolved.
            SocketException => true,
            // The broken connection inside may be a client's or another server's, which says nothing about the
            // database.
            IOException file => file.HResult is NoSpaceLeft or HandleDiskFull or DiskFull,
            HttpRequestException => false,
            _ => IsAway(exception.InnerException),
        };

    /// <summary>Whether the file that the settings name exists but is not a database.</summary>
    public static bool IsNone(Exception exception) =>
        exception is SqliteException { SqliteErrorCode: raw.SQLITE_NOTADB };

    private static bool IsAway(string sqlState) =>
        sqlState switch
        {
            // Our own cancellations arrive as OperationCanceledException. This one came from the server's operator or
            // its own limit.
            PostgresErrorCodes.QueryCanceled => true,
            PostgresErrorCodes.LockNotAvailable => true,
            // After a failover, the server that we reach may still be a standby.
            PostgresErrorCodes.ReadOnlySqlTransaction => true,
            PostgresErrorCodes.InvalidCatalogName => true,
            // Connection exceptions, refused sign-in, insufficient resources, shutdown, system errors.
            ['0', '8', ..] or ['2', '8', ..] or ['5', '3', ..] or ['5', '7', 'P', ..] or ['5', '8', ..] => true,
            _ => false,
        };

    private static bool IsAway(int sqliteCode) =>
        sqliteCode
            is raw.SQLITE_BUSY
                or raw.SQLITE_LOCKED
                or raw.SQLITE_PROTOCOL
                or raw.SQLITE_FULL
                or raw.SQLITE_IOERR
                or raw.SQLITE_CANTOPEN
                or raw.SQLITE_READONLY
                or raw.SQLITE_PERM
                or raw.SQLITE_NOMEM;

    // None of several hosts is up. There is no inner exception if all were found down a moment ago.
    private static bool HasNoHost(NpgsqlException exception) =>
        exception is { InnerException: null, Message: "No suitable host was found." };

    // Where a line was cut, Npgsql 10.0 may later find another message than the one it waits for, and closes the
    // connection: "Received backend message BindComplete while expecting ParseCompleteMessage. Please file a bug."
    private static bool HasLostTheThread(NpgsqlException exception) =>
        exception.InnerException is null
        && exception.Message.StartsWith("Received ", StringComparison.Ordinal)
        && exception.Message.Contains("backend message", StringComparison.Ordinal);
}
