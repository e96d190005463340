using System.Collections.Concurrent;
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

/// <summary>A private, migrated database, opened as the product opens it, and deleted when disposed.</summary>
/// <remarks>
/// Templates, with and without the sample year, are made once a run. All databases are copies of them.
/// </remarks>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string Sqlite = "Sqlite";
    public const string PostgreSql = "PostgreSql";

    private static readonly ConcurrentDictionary<(string Provider, bool Sample), Lazy<Task<TestDatabase>>> Templates =
    [];

    private readonly string _name = $"cwa_{Guid.NewGuid():N}";
    private readonly string _folder;
    private readonly bool _isForeign;
    private IHost? _host;

    // No connection to a template may stay open: neither database can copy one that is in use.
    private TestDatabase(string provider, bool isTemplate, string? folder = null)
    {
        _folder = folder ?? Path.Combine(Path.GetTempPath(), _name);
        (Provider, ConnectionString) = (
            provider,
            provider switch
            {
                Sqlite => new SqliteConnectionStringBuilder
                {
                    DataSource = DatabaseFile,
                    Pooling = !isTemplate,
                }.ConnectionString,
                PostgreSql => new NpgsqlConnectionStringBuilder(Server())
                {
                    Database = _name,
                    Pooling = !isTemplate,
                }.ConnectionString,
                _ => throw new ArgumentException($"There is no provider {provider}.", nameof(provider)),
            }
        );
    }

    private TestDatabase(string connectionString) =>
        (Provider, ConnectionString, _folder, _isForeign) = (PostgreSql, connectionString, "", true);

    /// <summary>Both databases, for a theory.</summary>
    public static TheoryData<string> Providers => [Sqlite, PostgreSql];

    public string Provider { get; }

    public string ConnectionString { get; }

    public IDbContextFactory<CwaDbContext> Contexts =>
        _host!.Services.GetRequiredService<IDbContextFactory<CwaDbContext>>();

    private string DatabaseFile => Path.Combine(_folder, "cwa.db");

    /// <summary>Skips a test before it begins, where a skip in the middle would count as a failure.</summary>
    /// <exception cref="SkipException">PostgreSQL is asked for, and there is none.</exception>
    public static void Require(string provider)
    {
        if (provider == PostgreSql)
            Server();
    }

    /// <param name="provider">Which database it is.</param>
    /// <param name="sample">Whether it holds the sample year.</param>
    /// <param name="clock">By which what is stored is stamped; the system's where none is given.</param>
    /// <exception cref="SkipException">PostgreSQL is asked for, and there is none.</exception>
    public static async Task<TestDatabase> CreateAsync(string provider, bool sample = false, TimeProvider? clock = null)
    {
        Require(provider);
        return await CopyAsync(await TemplateAsync(provider, sample), isTemplate: false, clock);
    }

    /// <summary>
    /// Makes it look like a database from before the first migration: an unknown table with a record.
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

    /// <summary>A database that does not exist yet, for a server to create.</summary>
    /// <param name="provider">Which database it is.</param>
    /// <param name="folder">The folder of SQLite's file; a temporary one where none is given.</param>
    /// <exception cref="SkipException">PostgreSQL is asked for, and there is none.</exception>
    public static TestDatabase Absent(string provider, string? folder = null) =>
        Opened(new(provider, isTemplate: false, folder));

    /// <summary>A database of a PostgreSQL that the test has started, and that ends with it.</summary>
    public static TestDatabase Of(string connectionString) => Opened(new(connectionString));

    public async ValueTask DisposeAsync()
    {
        _host?.Dispose();
        if (Provider == PostgreSql)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
            if (_isForeign)
                return;
            await ServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
            return;
        }

        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    private static Task<TestDatabase> TemplateAsync(string provider, bool sample) =>
        Templates
            .GetOrAdd((provider, sample), _ => new(() => sample ? SampleAsync(provider) : MigratedAsync(provider)))
            .Value;

    private static async Task<TestDatabase> MigratedAsync(string provider)
    {
        var database = Shared.For(Opened(new(provider, isTemplate: true)));
        await using var db = await database.Contexts.CreateDbContextAsync();
        await db.UpdateSchemaAsync(CancellationToken.None);
        return database;
    }

    private static async Task<TestDatabase> SampleAsync(string provider)
    {
        var database = Shared.For(await CopyAsync(await TemplateAsync(provider, sample: false), isTemplate: true));
        await SampleYear.LoadAsync(database.Contexts, new(), progress: null, CancellationToken.None);
        return database;
    }

    private static async Task<TestDatabase> CopyAsync(
        TestDatabase template,
        bool isTemplate,
        TimeProvider? clock = null
    )
    {
        var database = new TestDatabase(template.Provider, isTemplate);
        Opened(database, clock);
        if (template.Provider == PostgreSql)
            await ServerAsync($"CREATE DATABASE {database._name} TEMPLATE {template._name}");
        else
            File.Copy(template.DatabaseFile, database.DatabaseFile);
        return database;
    }

    private static TestDatabase Opened(TestDatabase database, TimeProvider? clock = null)
    {
        if (database.Provider == Sqlite)
            Directory.CreateDirectory(database._folder);
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Database:Provider"] = database.Provider,
                ["ConnectionStrings:Cwa"] = database.ConnectionString,
            }
        );
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.AddCwaModel();
        database._host = builder.Build();
        return database;
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
