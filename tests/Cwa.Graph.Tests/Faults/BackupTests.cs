using System.Diagnostics;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cwa.Graph.Tests.Faults;

/// <summary>Backups are taken while the server works, and restored, as .github/operations/README.md says.</summary>
[AfterOthers]
public sealed class BackupTests
{
    private const int Tools = 4,
        Reports = 20;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_restored_backup_has_what_was_acknowledged_before_and_loses_no_client_of_the_feed(
        string provider
    )
    {
        await using var site = await Site.OpenAsync(provider);
        var agencies = await site.AgenciesAsync();
        var tools = Enumerable
            .Range(0, Tools)
            .Select(i => new Tool(site, $"tool {i}", [.. agencies.Skip(1).Where((_, n) => n % Tools == i)]))
            .ToList();
        await tools[0].SendAsync(tools[0].Next());
        var early = await Follower.NewestAsync(site);
        using var stop = new CancellationTokenSource();
        var sending = tools.Select(tool => Task.Run(() => tool.SendAsync(stop.Token))).ToList();
        await AcknowledgedAsync(tools, Reports);
        var before = Sent(tools);
        await using var copy = TestDatabase.Absent(provider);

        await (provider == TestDatabase.Sqlite ? VacuumAsync(site.Database, copy) : DumpAsync(site.Database, copy));
        await AcknowledgedAsync(tools, before.Count + Reports);
        await stop.CancelAsync();
        await Task.WhenAll(sending);
        var late = await Follower.NewestAsync(site);
        await site.Server.KillAsync();
        await MoveFeedOnAsync(copy);
        await using var restored = await Site.OpenAsync(copy);

        var kept = (await SentReport.AllAsync(restored)).ToHashSet();
        Assert.Superset(before, kept);
        Assert.ProperSubset(Sent(tools), kept);
        await using var fromEarly = new SocketFollower(restored, early).Follow();
        var told = await fromEarly.IsToldAsync(kept.Count - 1);
        Assert.Equal(
            kept.Select(report => report.Split('\n')[0]).Order(StringComparer.Ordinal),
            told.Append(tools[0].Acknowledged.First().Report.Told).Order(StringComparer.Ordinal)
        );
        await using var fromLate = new SocketFollower(restored, late).Follow();
        var afterwards = new Tool(restored, "tool", [agencies[0]]);
        var (first, second) = (afterwards.Next(), afterwards.Next());
        await afterwards.SendAsync(first);
        await afterwards.SendAsync(second);
        Assert.Equal([first.Told, second.Told], await fromLate.IsToldAsync(2));
    }

    private static HashSet<string> Sent(IEnumerable<Tool> tools) =>
        [.. tools.SelectMany(tool => tool.Acknowledged).Select(acknowledged => acknowledged.Report.Stored)];

    private static Task AcknowledgedAsync(IReadOnlyList<Tool> tools, int count) =>
        Eventually.IsAsync(true, () => tools.Sum(tool => tool.Acknowledged.Count) >= count, LiveServer.Patience);

    /// <summary>The feed goes on after all numbers that were given since the backup.</summary>
    private static async Task MoveFeedOnAsync(TestDatabase database)
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync("UPDATE feed_counters SET last_sequence = last_sequence + 1000000");
    }

    private static async Task VacuumAsync(TestDatabase from, TestDatabase to)
    {
        await using var connection = new SqliteConnection(from.ConnectionString);
        await connection.OpenAsync();
        await using var vacuum = connection.CreateCommand();
        vacuum.CommandText = "VACUUM INTO $file";
        vacuum.Parameters.AddWithValue("$file", new SqliteConnectionStringBuilder(to.ConnectionString).DataSource);
        await vacuum.ExecuteNonQueryAsync();
    }

    private static async Task DumpAsync(TestDatabase from, TestDatabase to)
    {
        Required.Programs("A backup of PostgreSQL", "pg_dump", "pg_restore", "createdb");
        var file = Path.GetTempFileName();
        try
        {
            await RunAsync(from, "pg_dump", "-Fc", "-f", file, NameOf(from));
            await RunAsync(to, "createdb", NameOf(to));
            await RunAsync(to, "pg_restore", "--no-owner", "--exit-on-error", "-d", NameOf(to), file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string NameOf(TestDatabase database) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;

    private static async Task RunAsync(TestDatabase database, string program, params string[] arguments)
    {
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            Environment =
            {
                ["PGHOST"] = server.Host,
                ["PGPORT"] = $"{server.Port}",
                ["PGUSER"] = server.Username,
                ["PGPASSWORD"] = server.Password,
            },
        };
        using var process = Process.Start(start)!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {error}");
    }
}
