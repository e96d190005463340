using System.Diagnostics;
using Cwa.Graph.Tests.Engine;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace Cwa.Graph.Tests.Faults;

/// <summary>
/// The server is killed while it works. `CWA_KILLS` says how often at least; with `CWA_LATE` it goes on until so many
/// reports were acknowledged just before a kill, the ones that could be lost, or a hundred kills have not made as many.
/// </summary>
[Collection(Faults.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Tools = 8,
        MostKills = 100;

    // How long a start takes is told and not judged, as others may keep the machine busy; one that waits for what a
    // killed server left takes longer still.
    private static readonly TimeSpan ReadyAtLast = TimeSpan.FromSeconds(25),
        JustBefore = TimeSpan.FromMilliseconds(50);

    private static int Kills => Setting("CWA_KILLS", usual: 30);

    private static int Wanted => Setting("CWA_LATE", usual: 1);

    [Fact]
    public async Task What_was_acknowledged_is_there_once_and_whole_and_everyone_was_told_it_once_and_in_order()
    {
        await using var site = await Site.OpenAsync();
        var tools = await Tool.SeveralAsync(site, Tools);
        await tools[0].SendAsync(tools[0].Next());
        var start = await Follower.NewestAsync(site);
        await using var overSocket = new SocketFollower(site, start).Follow();
        await using var overStream = new StreamFollower(site, start).Follow();
        await using var slow = new SlowFollower(site, start).Follow();
        await using var cutOff = new CutOffFollower(site, start).Follow();
        Follower[] followers = [overSocket, overStream, slow, cutOff];
        using var stop = new CancellationTokenSource();
        var sending = tools.Select(tool => Task.Run(() => tool.SendAsync(stop.Token))).ToList();

        var (killed, starts) = await KillAgainAndAgainAsync(site, tools);
        await stop.CancelAsync();
        await Task.WhenAll(sending);

        var sent = tools.SelectMany(t => t.Acknowledged).ToList();
        Assert.Equal(
            sent.Select(s => s.Report.Stored).Order(StringComparer.Ordinal),
            (await SentReport.AllAsync(site)).Order(StringComparer.Ordinal)
        );
        var announced = await followers[0].IsToldAsync(sent.Count - 1);
        Assert.Equal(
            sent.Select(s => s.Report.Told).Order(StringComparer.Ordinal),
            announced.Append(tools[0].Acknowledged.First().Report.Told).Order(StringComparer.Ordinal)
        );
        foreach (var follower in followers)
            Assert.Equal(announced, await follower.IsToldAsync(announced.Count));
        await site.Server.KillAsync();
        await IsSoundAsync(site.DatabaseFile, entries: sent.Count);

        var late = Late(killed, tools);
        output.WriteLine(
            $"""
            {killed.Count} kills, {sent.Count} reports acknowledged, {late} of them in the {JustBefore.TotalMilliseconds} ms before a kill,
            {tools.Sum(t => t.Repeated)} only when they were sent again. Subscribers were cut off {string.Join(
                ", ",
                followers.Select(f => f.Ends)
            )} times.
            The slowest start took {starts.Max(s => s.Took).TotalSeconds:0.0} s, and {starts.Max(s =>
                s.Worked
            ).TotalSeconds:0.0} s of a processor.
            """
        );
        Assert.InRange(starts.Max(s => s.Took), TimeSpan.Zero, ReadyAtLast);
        Assert.True(late > 0, "No kill came just after an acknowledgement: this run has shown nothing.");
    }

    [Fact]
    public async Task A_report_that_is_sent_again_after_a_kill_is_answered_as_the_first_time()
    {
        await using var site = await Site.OpenAsync();
        var tool = (await Tool.SeveralAsync(site, 1))[0];
        var report = tool.Next(events: 2);
        await tool.SendAsync(report);
        var first = report.Id;

        await site.Server.KillAsync();
        site.Launch();
        await site.Server.ReadyAsync();
        await tool.SendAsync(report);

        Assert.Equal(first, report.Id);
        Assert.Equal([report.Stored], await SentReport.AllAsync(site));
    }

    [Fact]
    public async Task A_server_that_is_killed_at_its_first_start_starts_again_and_has_all_it_needs()
    {
        await using var site = new Site();
        for (var kill = 0; kill < 4; kill++)
        {
            site.Launch();
            // It is killed while it migrates and while it loads the agencies, not before it has begun.
            while (!File.Exists(site.DatabaseFile))
                await Task.Delay(10);
            await Task.Delay(Random.Shared.Next(1_000));
            await site.Server.KillAsync();
        }

        site.Launch();
        await site.Server.ReadyAsync();

        Assert.Equal(
            163,
            (await site.AskAsync(Site.Npr, "{ agencies { totalCount } }"))
                .GetProperty("agencies")
                .GetProperty("totalCount")
                .GetInt32()
        );
    }

    /// <summary>
    /// When the server was killed, each time in the middle of its work, and how long its starts took and worked.
    /// </summary>
    private static async Task<(
        List<long> Killed,
        IReadOnlyList<(TimeSpan Took, TimeSpan Worked)> Starts
    )> KillAgainAndAgainAsync(Site site, IReadOnlyList<Tool> tools)
    {
        var (killed, starts) = (new List<long>(), new List<(TimeSpan, TimeSpan)>());
        while (killed.Count < Kills || (killed.Count < MostKills && Late(killed, tools) < Wanted))
        {
            var before = tools.Sum(t => t.Acknowledged.Count);
            await Eventually.IsAsync(true, () => tools.Sum(t => t.Acknowledged.Count) > before);
            await Task.Delay(Random.Shared.Next(700));
            killed.Add(Stopwatch.GetTimestamp());
            await site.Server.KillAsync();
            var started = Stopwatch.StartNew();
            site.Launch();
            await site.Server.ReadyAsync();
            starts.Add((started.Elapsed, site.Server.Process.TotalProcessorTime));
        }

        return (killed, starts);
    }

    /// <summary>How many reports were acknowledged just before a kill.</summary>
    private static int Late(List<long> killed, IReadOnlyList<Tool> tools) =>
        tools
            .SelectMany(t => t.Acknowledged)
            .Select(s => s.At)
            .Sum(at => killed.Count(kill => at <= kill && Stopwatch.GetElapsedTime(at, kill) <= JustBefore));

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var set) ? set : usual;

    /// <summary>Looks into the file of the killed server.</summary>
    private static async Task IsSoundAsync(string databaseFile, int entries)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = databaseFile, Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        Assert.Equal("ok", await OneAsync("PRAGMA integrity_check"));
        Assert.Equal(0L, await OneAsync("SELECT count(*) FROM pragma_foreign_key_check"));
        Assert.Equal(
            $"{entries} 1 {entries} {entries}",
            await OneAsync(
                "SELECT count(*) || ' ' || min(sequence) || ' ' || max(sequence) || ' ' || (SELECT "
                    + "last_sequence FROM feed_counters) FROM feed_entries"
            )
        );

        async Task<object?> OneAsync(string sql)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            return await command.ExecuteScalarAsync();
        }
    }
}
