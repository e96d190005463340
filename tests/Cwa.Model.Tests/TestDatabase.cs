using Cwa.Model;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Cwa.Tests;

/// <summary>A private, migrated database, reached as the product reaches it, and gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSql";

    private readonly string _name = $"cwa_{Guid.NewGuid():N}";
    private IHost? _host;

    private TestDatabase(string provider) =>
        (Provider, ConnectionString) = (
            provider,
            provider switch
            {
                Sqlite => $"Data Source={Path.Combine(Folder, "cwa.db")}",
                PostgreSql => new NpgsqlConnectionStringBuilder(Server()) { Database = _name }.ConnectionString,
                _ => throw new ArgumentException($"There is no provider {provider}.", nameof(provider)),
            }
        );

    /// <summary>Both databases, for a theory.</summary>
    public static TheoryData<string> Providers => [Sqlite, PostgreSql];

    public string Provider { get; }

    public string ConnectionString { get; }

    public IDbContextFactory<CwaDbContext> Contexts =>
        _host!.Services.GetRequiredService<IDbContextFactory<CwaDbContext>>();

    private string Folder => Path.Combine(Path.GetTempPath(), _name);

    /// <summary>Skips a test before it begins, where a skip in its middle would count as a failure.</summary>
    /// <exception cref="SkipException">PostgreSQL is asked for, and there is none.</exception>
    public static void Require(string provider)
    {
        if (provider == PostgreSql)
            Server();
    }

    /// <exception cref="SkipException">PostgreSQL is asked for, and there is none.</exception>
    public static async Task<TestDatabase> CreateAsync(string provider, TimeProvider? clock = null)
    {
        var database = new TestDatabase(provider);
        try
        {
            await database.OpenAsync(clock ?? TimeProvider.System);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Puts in its place what a version made of which this one knows no migration: a table, a record.
    /// </summary>
    public async Task IsOfBeforeTheFirstMigrationAsync()
    {
        await using var db = await Contexts.CreateDbContextAsync();
        await db.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);
        await db.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE agencies (name varchar(200) NOT NULL);
            INSERT INTO agencies (name) VALUES ('Social Security Administration');
            """
        );
        foreach (var migration in new[] { "20261123002213_Initial", "20261128161852_SameNames" })
            await db.Database.ExecuteSqlRawAsync(
                db.GetService<IHistoryRepository>().GetInsertScript(new(migration, "10.0.0"))
            );
    }

    public async ValueTask DisposeAsync()
    {
        _host?.Dispose();
        if (Provider == PostgreSql)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
            await ServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
            return;
        }

        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private async Task OpenAsync(TimeProvider clock)
    {
        if (Provider == PostgreSql)
            await ServerAsync($"CREATE DATABASE {_name}");
        else
            Directory.CreateDirectory(Folder);

        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Database:Provider"] = Provider,
                ["ConnectionStrings:Cwa"] = ConnectionString,
            }
        );
        builder.Services.AddSingleton(clock);
        builder.AddCwaModel();
        _host = builder.Build();

        await using var db = await Contexts.CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    private static async Task ServerAsync(string sql)
    {
        await using var server = NpgsqlDataSource.Create(Server());
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string Server()
    {
        if (Environment.GetEnvironmentVariable("CWA_TEST_POSTGRES") is { Length: > 0 } server)
            return server;

        const string missing =
            "PostgreSQL: set CWA_TEST_POSTGRES to a connection string of a server where databases may be created.";
        if (Environment.GetEnvironmentVariable("CWA_NO_SKIPS") == "1")
            Assert.Fail(missing);
        Skip.If(true, missing);
        return "";
    }
}
