using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Cwa.Model;

/// <summary>Sets up the connection to each of the two databases.</summary>
internal static class Database
{
    // Callers soon learn that the database is away, even if the network swallows what is sent there. Statements are
    // prepared once for each connection, and stay so.
    public const string Usually = "Timeout=3;Max Auto Prepare=100";

    // Nothing that only reads leaves something behind.
    private const string UsuallyRead = "No Reset On Close=true";

    // A list is one parameter, so that one statement and one plan serve lists of every length.
    public static void UseSqlite(DbContextOptionsBuilder options, string connectionString, TimeProvider clock) =>
        options
            .UseSqlite(
                connectionString,
                sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            )
            .UseOurConventions()
            .AddInterceptors(
                new SqlitePragmas(),
                new SqliteCancellation(),
                new Stamping(clock),
                TitleSearch.Instance,
                StatementTracing.Instance
            );

    public static void UsePostgreSql(DbContextOptionsBuilder options, string connectionString, TimeProvider clock) =>
        options
            .UseNpgsql(
                $"{Usually};{connectionString}",
                npgsql => npgsql.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            )
            .UseOurConventions()
            .AddInterceptors(new Stamping(clock), TitleSearch.Instance, StatementTracing.Instance);

    /// <summary>A context over a database that no settings name, whose statements may take any time.</summary>
    public static CwaDbContext Open(DatabaseProvider provider, string connectionString, ILoggerFactory log)
    {
        CwaDbContext db;
        if (provider == DatabaseProvider.Sqlite)
        {
            var options = new DbContextOptionsBuilder<SqliteCwaDbContext>();
            // What is set for a connection ends with it.
            var own = new SqliteConnectionStringBuilder(connectionString) { Pooling = false };
            UseSqlite(options.UseLoggerFactory(log), own.ConnectionString, TimeProvider.System);
            db = new SqliteCwaDbContext(options.Options);
        }
        else
        {
            var options = new DbContextOptionsBuilder<PostgreSqlCwaDbContext>();
            UsePostgreSql(options.UseLoggerFactory(log), connectionString, TimeProvider.System);
            db = new PostgreSqlCwaDbContext(options.Options);
        }

        db.Database.SetCommandTimeout(0);
        return db;
    }

    /// <summary>
    /// Contexts as all others, over connections of <see cref="ForReading"/>, which only read and prepare their
    /// statements.
    /// </summary>
    public static ReadContexts ReadPostgreSql(string connectionString, IServiceProvider services)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlCwaDbContext>();
        options.UseApplicationServiceProvider(services);
        foreach (var usual in services.GetServices<IDbContextOptionsConfiguration<PostgreSqlCwaDbContext>>())
            usual.Configure(services, options);
        options.UseNpgsql(connectionString);
        return new(
            new ContextFactory<PostgreSqlCwaDbContext>(
                new PooledDbContextFactory<PostgreSqlCwaDbContext>(options.Options)
            )
        );
    }

    /// <summary>What the connection string says wins.</summary>
    /// <remarks>To compile a plan takes longer than to run any of ours.</remarks>
    public static string ForReading(string connectionString)
    {
        var said = new NpgsqlConnectionStringBuilder($"{UsuallyRead};{Usually};{connectionString}");
        said.Options = $"-c jit=off {said.Options}".TrimEnd() + " -c default_transaction_read_only=on";
        return said.ConnectionString;
    }

    /// <summary>Whether the connection string suits the kind of database. Only SQLite can do without one.</summary>
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

    /// <summary>Whether there can be a replica, and the connection string says how to reach one server.</summary>
    public static bool IsReplica(DatabaseProvider provider, string? connectionString) =>
        connectionString is null
        || (
            provider == DatabaseProvider.PostgreSql
            && IsReadable(provider, connectionString)
            && new NpgsqlConnectionStringBuilder(connectionString).Host?.Contains(',') != true
        );

    private static DbContextOptionsBuilder UseOurConventions(this DbContextOptionsBuilder options) =>
        options
            .UseSqlTranslators()
            .UseSnakeCaseNamingConvention()
            .ReplaceService<IDatabase, NewRows>()
            .ConfigureWarnings(LogOnce);

    // The exception is logged once, where it is caught and most is known about it.
    private static void LogOnce(WarningsConfigurationBuilder warnings) =>
        warnings.Log(
            (RelationalEventId.ConnectionError, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug),
            (RelationalEventId.TransactionError, LogLevel.Debug),
            (CoreEventId.QueryIterationFailed, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug)
        );
}
