using System.Diagnostics;
using System.Text.RegularExpressions;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Graph.Tests.Faults;

/// <summary>Acknowledged reports are on the disk, even if the power fails the next moment.</summary>
public sealed partial class DurabilityTests
{
    private const int Connections = 8;

    [SkippableTheory]
    [InlineData(TestDatabase.Sqlite, "PRAGMA journal_mode", "wal")]
    [InlineData(TestDatabase.Sqlite, "PRAGMA synchronous", "2")]
    [InlineData(TestDatabase.PostgreSql, "SHOW synchronous_commit", "on")]
    public async Task Every_connection_syncs_to_disk_when_it_is_new_and_when_it_is_reused(
        string provider,
        string question,
        string answer
    )
    {
        await using var server = await CwaServer.StartAsync(provider);
        var contexts = server.Services.GetRequiredService<IDbContextFactory<Cwa.Model.CwaDbContext>>();

        for (var round = 0; round < 2; round++)
        {
            var together = new List<Cwa.Model.CwaDbContext>();
            for (var i = 0; i < Connections; i++)
            {
                together.Add(await contexts.CreateDbContextAsync());
                await together[i].Database.OpenConnectionAsync();
                await using var command = together[i].Database.GetDbConnection().CreateCommand();
                command.CommandText = question;
                Assert.Equal(answer, Convert.ToString(await command.ExecuteScalarAsync(), null));
            }

            foreach (var db in together)
                await db.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task The_disk_has_a_report_before_its_sender_is_told_so()
    {
        Required.Programs("To see what the server asks of the system, one", "strace");
        await using var site = await Site.OpenAsync();
        var tool = (await Tool.SeveralAsync(site, 1))[0];
        await tool.SendAsync(tool.Next());
        var reports = Enumerable.Range(0, 5).Select(_ => tool.Next(events: 1)).ToList();

        var calls = await TraceAsync(
            site,
            async () =>
            {
                foreach (var report in reports)
                    await tool.SendAsync(report);
            }
        );

        var told = -1;
        foreach (var report in reports)
        {
            var earlier = told;
            told = calls.FindIndex(call => call.Contains(report.Id!, StringComparison.Ordinal));
            Assert.True(told > earlier, "The answer was not seen to be sent.");
            Assert.Contains(calls[(earlier + 1)..told], call => LogReachedDisk().IsMatch(call));
        }
    }

    /// <summary>
    /// The system calls of the server meanwhile, for sending and for syncing to disk. Calls that overlap are listed
    /// where they end.
    /// </summary>
    private static async Task<List<string>> TraceAsync(Site site, Func<Task> meanwhile)
    {
        var log = Path.GetTempFileName();
        using var strace = Process.Start(
            new ProcessStartInfo(
                "strace",
                [
                    "-f",
                    "-y",
                    "-s",
                    "65536",
                    "-e",
                    "trace=fdatasync,fsync,sendto,sendmsg",
                    "-o",
                    log,
                    "-p",
                    $"{site.Server.Process.Id}",
                ]
            )
            {
                RedirectStandardError = true,
            }
        )!;
        // strace reports the threads that it has attached to, the first thread last.
        var attached = await strace.StandardError.ReadLineAsync();
        Required.Holds(
            attached?.Contains("attached", StringComparison.Ordinal) == true,
            $"strace may not look at the server: {attached}"
        );
        var saying = strace.StandardError.ReadToEndAsync();

        await meanwhile();

        using (var interrupt = Process.Start("kill", ["-INT", $"{strace.Id}"]))
            await interrupt.WaitForExitAsync();
        await strace.WaitForExitAsync();
        await saying;
        var calls = Whole(await File.ReadAllLinesAsync(log));
        File.Delete(log);
        return calls;
    }

    private static List<string> Whole(IEnumerable<string> lines)
    {
        var (calls, begun) = (new List<string>(), new Dictionary<string, string>());
        foreach (var line in lines)
        {
            var thread = line.Split(' ')[0];
            if (line.EndsWith("<unfinished ...>", StringComparison.Ordinal))
                begun[thread] = line;
            // A response is sent when its call begins; the disk has the log when its call ends.
            if (
                !line.EndsWith("<unfinished ...>", StringComparison.Ordinal)
                || line.Contains("send", StringComparison.Ordinal)
            )
                calls.Add(line.Contains("sync resumed>", StringComparison.Ordinal) ? begun[thread] + line : line);
        }

        return calls;
    }

    [GeneratedRegex(@"sync\(\d+<[^>]*cwa\.db-wal>.*\) += 0$")]
    private static partial Regex LogReachedDisk();
}
