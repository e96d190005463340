using System.Diagnostics;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Xunit.Abstractions;

namespace Cwa.Graph.Tests.Faults;

/// <summary>
/// The server is killed while it works. `CWA_KILLS` is the least number of kills on each database. With `CWA_LATE` the
/// test goes on until this many reports were acknowledged just before a kill, when they could be lost, or until a
/// hundred kills. The time of a start is printed and not checked, since the machine may be busy.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Tools = 8,
        MostKills = 100,
        MostBetween = 100;

    private static readonly TimeSpan JustBefore = TimeSpan.FromMilliseconds(50);

    private static int Kills => Setting("CWA_KILLS", usual: 3);

    private static int Wanted => Setting("CWA_LATE", usual: 1);

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task After_kills_every_acknowledged_report_is_stored_once_and_was_announced_once_and_in_order(
        string provider
    )
    {
        await using var site = await Site.OpenAsync(provider);
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
        await IsSoundAsync(site.Database, entries: sent.Count);

        var late = Late(killed, tools);
        output.WriteLine(
            $"""
            {killed.Count} kills, {sent.Count} reports acknowledged,
            {late} of them in the {JustBefore.TotalMilliseconds} ms before a kill,
            {tools.Sum(t => t.Repeated)} only when they were sent again. Subscribers were cut off {string.Join(
                ", ",
                followers.Select(f => f.Ends)
            )} times.
            The slowest start took {starts.Max(s => s.Took).TotalSeconds:0.0} s, and {starts.Max(s =>
                s.Worked
            ).TotalSeconds:0.0} s of a processor.
            """
        );
        Assert.True(late > 0, "No kill came just after an acknowledgement: this run has shown nothing.");
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_report_sent_again_after_a_kill_gets_the_first_answer(string provider)
    {
        await using var site = await Site.OpenAsync(provider);
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

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_server_killed_during_its_first_start_recovers_at_the_next(string provider)
    {
        await using var site = Site.WithoutDatabase(provider);
        for (var kill = 0; kill < 4; kill++)
        {
            site.Launch();
            // Killed while it migrates or loads the agencies, but not before.
            await BeginsAsync(site);
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
    /// Kills the server again and again in the middle of its work. Returns the times of the kills, and how long the
    /// starts took.
    /// </summary>
    private static async Task<(
        List<long> Killed,
        IReadOnlyList<(TimeSpan Took, TimeSpan Worked)> Starts
    )> KillAgainAndAgainAsync(Site site, IReadOnlyList<Tool> tools)
    {
        var (killed, starts) = (new List<long>(), new List<(TimeSpan, TimeSpan)>());
        while (killed.Count < Kills || (killed.Count < MostKills && Late(killed, tools) < Wanted))
        {
            // Counted, not timed: a busy machine takes longer, and still kills just after acknowledgements.
            var enough = Acknowledged() + Random.Shared.Next(1, MostBetween);
            await Eventually.IsAsync(true, () => Acknowledged() >= enough, LiveServer.Patience);
            killed.Add(Stopwatch.GetTimestamp());
            await site.Server.KillAsync();
            var started = Stopwatch.StartNew();
            site.Launch();
            await site.Server.ReadyAsync();
            starts.Add((started.Elapsed, site.Server.Process.TotalProcessorTime));
        }

        return (killed, starts);

        int Acknowledged() => tools.Sum(t => t.Acknowledged.Count);
    }

    /// <summary>The number of reports that were acknowledged just before a kill.</summary>
    private static int Late(List<long> killed, IReadOnlyList<Tool> tools) =>
        tools
            .SelectMany(t => t.Acknowledged)
            .Select(s => s.At)
            .Sum(at => killed.Count(kill => at <= kill && Stopwatch.GetElapsedTime(at, kill) <= JustBefore));

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var set) ? set : usual;

    /// <summary>Waits until the server has created its database.</summary>
    private static async Task BeginsAsync(Site site)
    {
        await using var db = await site.Database.Contexts.CreateDbContextAsync();
        var database = db.GetService<IRelationalDatabaseCreator>();
        await Eventually.IsAsync(true, () => database.ExistsAsync(), LiveServer.Patience);
    }

    /// <summary>Checks the database of the killed server.</summary>
    private static async Task IsSoundAsync(TestDatabase database, int entries)
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        if (database.Provider == TestDatabase.Sqlite)
        {
            Assert.Equal("ok", await OneAsync<string>("SELECT integrity_check AS Value FROM pragma_integrity_check"));
            Assert.Equal(0L, await OneAsync<long>("SELECT count(*) AS Value FROM pragma_foreign_key_check"));
        }

        Assert.Equal(
            $"{entries} 1 {entries} {entries}",
            await OneAsync<string>(
                """
                SELECT count(*) || ' ' || min(sequence) || ' ' || max(sequence) || ' '
                  || (SELECT last_sequence FROM feed_counters) AS "Value" FROM feed_entries
                """
            )
        );

        Task<T> OneAsync<T>(string sql) => db.Database.SqlQueryRaw<T>(sql).SingleAsync();
    }
}
