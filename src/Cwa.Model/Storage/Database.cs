using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cwa.Model;

/// <summary>How each of the two databases is reached.</summary>
internal static class Database
{
    // A list is one parameter, not one for each of its values: one statement and one plan for lists of every length.

    // Seconds. A caller is told soon that the database is away, whatever the network does with what is sent there.
    private const int ConnectsWithin = 3;

    public static void UseSqlite(DbContextOptionsBuilder options, string connectionString, TimeProvider clock) =>
        options
            .UseSqlite(
                connectionString,
                sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            )
            .UseSnakeCaseNamingConvention()
            .ConfigureWarnings(LogOnce)
            .AddInterceptors(new SqlitePragmas(), new SqliteCancellation(), new Stamping(clock));

    public static void UsePostgreSql(DbContextOptionsBuilder options, string connectionString, TimeProvider clock) =>
        options
            .UseNpgsql(
                WithTimeout(connectionString),
                npgsql => npgsql.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            )
            .UseSnakeCaseNamingConvention()
            .ConfigureWarnings(LogOnce)
            .AddInterceptors(new Stamping(clock));

    /// <summary>
    /// Whether the connection string is one of that kind of database. Only SQLite has a place of its own without one.
    /// </summary>
    public static bool IsReadable(DatabaseProvider provider, string? connectionString)
    {
        try
        {
            return provider == DatabaseProvider.Sqlite
                ? connectionString is null || new SqliteConnectionStringBuilder(connectionString).DataSource.Length > 0
                : connectionString is not null && new NpgsqlConnectionStringBuilder(connectionString).Host?.Length > 0;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException)
        {
            return false;
        }
    }

    // What a connection string says itself counts.
    private static string WithTimeout(string connectionString)
    {
        var said = new NpgsqlConnectionStringBuilder(connectionString);
        if (!said.ShouldSerialize(nameof(said.Timeout)))
            said.Timeout = ConnectsWithin;
        return said.ConnectionString;
    }

    // Whoever catches the exception logs it, with all that is known there.
    private static void LogOnce(WarningsConfigurationBuilder warnings) =>
        warnings.Log(
            (RelationalEventId.ConnectionError, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug),
            (RelationalEventId.TransactionError, LogLevel.Debug),
            (CoreEventId.QueryIterationFailed, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug)
        );
}
