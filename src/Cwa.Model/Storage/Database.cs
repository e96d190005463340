using System.Data.Common;
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

    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSql";

    // Seconds. A caller is told soon that the database is away, whatever the network does with what is sent there.
    private const int ConnectsWithin = 3, LockedFor = 1;

    public static void UseSqlite(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(
            With(connectionString, "Default Timeout", LockedFor, text => new SqliteConnectionStringBuilder(text)),
            sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .UseSnakeCaseNamingConvention()
        .ConfigureWarnings(LogOnce)
        .AddInterceptors(new SqlitePragmas(), new SqliteCancellation());

    public static void UsePostgreSql(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(
            With(connectionString, "Timeout", ConnectsWithin, text => new NpgsqlConnectionStringBuilder(text)),
            npgsql => npgsql.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .UseSnakeCaseNamingConvention()
        .ConfigureWarnings(LogOnce);

    // What a connection string says itself counts.
    private static string With(string connectionString, string key, int value, Func<string, DbConnectionStringBuilder> parse)
    {
        var said = parse(connectionString);
        if (!said.ShouldSerialize(key))
            said[key] = value;
        return said.ConnectionString;
    }

    // Whoever catches the exception logs it, with all that is known there.
    private static void LogOnce(WarningsConfigurationBuilder warnings) => warnings.Log(
        (RelationalEventId.ConnectionError, LogLevel.Debug),
        (RelationalEventId.CommandError, LogLevel.Debug),
        (RelationalEventId.TransactionError, LogLevel.Debug),
        (CoreEventId.QueryIterationFailed, LogLevel.Debug),
        (CoreEventId.SaveChangesFailed, LogLevel.Debug));
}
