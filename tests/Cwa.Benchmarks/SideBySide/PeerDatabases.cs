using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cwa.Benchmarks;

/// <summary>The same rows twice: in the peers' tables, and in ours.</summary>
internal sealed class PeerDatabases(PrivatePostgres postgres)
{
    /// <summary>The database of the peers and of the limit.</summary>
    public const string Peers = "peers";

    /// <summary>Our database.</summary>
    public const string Ours = "ours";

    // What was loaded is written on our database, at the end.
    private const string LoadedVersion =
        $"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '{Ours}'";

    /// <summary>Our server's settings for its database.</summary>
    public (string Key, string Value)[] OurSettings =>
        [
            ("Database:Provider", "PostgreSql"),
            ("ConnectionStrings:Cwa", $"{postgres.ConnectionString(Ours)};Maximum Pool Size={Contender.Pool}"),
            ("Sample:Load", "false"),
            ("Clock:Today", "2026-04-01"),
            ("Logging:LogLevel:Default", "Warning"),
        ];

    /// <summary>Loads both, if an earlier run has not left the same rows.</summary>
    public async Task LoadAsync()
    {
        var version = await VersionAsync();
        if ((await postgres.SqlAsync("postgres", "-c", LoadedVersion)).Trim() == version)
            return;

        Console.WriteLine("Loading the rows…");
        await CreateAsync(Peers);
        await CopyAsync(Peers, "public");
        await postgres.SqlAsync(Peers, "-f", FileOf("indexes.sql"));
        await CreateAsync(Ours);
        using (var host = SampleDatabase.Host(OurSettings))
        {
            await using var db = await host
                .Services.GetRequiredService<IDbContextFactory<CwaDbContext>>()
                .CreateDbContextAsync();
            await db.Database.MigrateAsync();
        }

        await CopyAsync(Ours, "source");
        await postgres.SqlAsync(Ours, "-f", FileOf("ours.sql"), "-c", "ANALYZE");
        // It measures the readability of the texts when it starts.
        using (await BuiltServer.StartAsync("", OurSettings)) { }

        foreach (var database in new[] { Peers, Ours })
            await postgres.SqlAsync(database, "-c", "VACUUM (FULL, ANALYZE)", "-c", "VACUUM (ANALYZE, FREEZE)");
        await postgres.SqlAsync("postgres", "-c", $"COMMENT ON DATABASE {Ours} IS '{version}'", "-c", "CHECKPOINT");
    }

    /// <summary>Removes the reports that a server stored.</summary>
    public async Task CleanAsync(Contender contender)
    {
        // What was under way when the load ended.
        await Task.Delay(300);
        await (
            contender.IsOurs
                ? postgres.SqlAsync(Ours, "-f", FileOf("ours-clean.sql"))
                : postgres.SqlAsync(Peers, "-f", FileOf("peers-clean.sql"))
        );
    }

    /// <summary>How many reports a server stored.</summary>
    public async Task<int> StoredAsync(Contender contender)
    {
        var count = await (
            contender.IsOurs
                ? postgres.SqlAsync(Ours, "-c", "SELECT count(*) FROM monthly_reports WHERE month > 202512")
                : postgres.SqlAsync(Peers, "-c", "SELECT count(*) FROM monthly_reports WHERE month > '2025-12-31'")
        );
        return int.Parse(count, CultureInfo.InvariantCulture);
    }

    private static string FileOf(string name) => Path.Combine(Contender.Folder, name);

    private async Task CreateAsync(string database) =>
        await postgres.SqlAsync(
            "postgres",
            "-c",
            $"DROP DATABASE IF EXISTS {database} WITH (FORCE)",
            "-c",
            $"CREATE DATABASE {database}"
        );

    private async Task CopyAsync(string database, string schema)
    {
        var path = $"{postgres.ConnectionString(database)};Search Path={schema};Pooling=false";
        await using var connection = new NpgsqlConnection(path);
        await connection.OpenAsync();
        await using var create = connection.CreateCommand();
        create.CommandText =
            $"CREATE SCHEMA IF NOT EXISTS {schema};\n" + await File.ReadAllTextAsync(FileOf("tables.sql"));
        await create.ExecuteNonQueryAsync();
        foreach (var table in new Rows().Tables())
        {
            await using (
                var copy = await connection.BeginBinaryImportAsync(
                    $"COPY {table.Name} ({table.Columns}) FROM STDIN (FORMAT binary)"
                )
            )
            {
                foreach (var row in table.Rows)
                    await copy.WriteRowAsync(default, row);
                await copy.CompleteAsync();
            }

            // The next id that the table gives itself.
            await using var next = connection.CreateCommand();
            next.CommandText =
                $"SELECT setval(pg_get_serial_sequence('{table.Name}', 'id'), (SELECT max(id) FROM {table.Name}))";
            await next.ExecuteNonQueryAsync();
        }
    }

    // Changes with the rows, with the files that load them, and with our schema.
    private async Task<string> VersionAsync()
    {
        using var host = SampleDatabase.Host(OurSettings);
        await using var db = await host
            .Services.GetRequiredService<IDbContextFactory<CwaDbContext>>()
            .CreateDbContextAsync();
        var parts = new List<string>(db.Database.GetMigrations()) { $"{Rows.Version}" };
        foreach (var file in new[] { "tables.sql", "indexes.sql", "ours.sql" })
            parts.Add(await File.ReadAllTextAsync(FileOf(file)));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)));
        return Convert.ToHexStringLower(hash);
    }
}
