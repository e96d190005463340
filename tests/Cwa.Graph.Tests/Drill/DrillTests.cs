using System.Diagnostics;
using Cwa.Graph.Tests.Engine;
using Cwa.Graph.Tests.Faults;
using Xunit.Abstractions;

namespace Cwa.Graph.Tests.Drill;

/// <summary>
/// One evening in which everything breaks: three servers behind a proxy over a PostgreSQL with a standby, all of which
/// are killed, cut off, upgraded and promoted while agencies submit and dashboards watch. `CWA_DRILL` is for how many
/// minutes; by default every incident happens once, and one server is killed.
/// </summary>
public sealed class DrillTests(ITestOutputHelper output)
{
    private const int Tools = 16,
        Followers = 12,
        Readers = 4;

    // With no rest, the writers would leave the servers that start hardly any of two processors.
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2),
        Rest = TimeSpan.FromMilliseconds(500);

    private static TimeSpan Most =>
        double.TryParse(Environment.GetEnvironmentVariable("CWA_DRILL"), out var minutes)
            ? TimeSpan.FromMinutes(minutes)
            : TimeSpan.Zero;

    [SkippableFact]
    public async Task Whatever_is_killed_cut_off_upgraded_or_promoted_every_report_arrives_once_and_in_order()
    {
        await using var cluster = await Cluster.StartAsync();
        await using var servers = await DrillServers.StartAsync(3, cluster.ConnectionString);
        await using var proxy = await Proxy.StartAsync(servers.Addresses);
        using var site = new SiteClient(proxy.Address);
        var tools = await Tool.SeveralAsync(site, Tools);
        await tools[0].SendAsync(tools[0].Next());
        var start = await Follower.NewestAsync(site);
        var followers = Enumerable.Range(0, Followers).Select(i => Follow(i, site, start)).ToList();
        await using var all = new All(followers);
        using var stop = new CancellationTokenSource();
        var sending = tools.Select(tool => Task.Run(() => tool.SendAsync(stop.Token, Rest))).ToList();
        var reader = new DrillReader(site, tools);
        var reading = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => reader.ReadAsync(stop.Token))).ToList();
        var incidents = new Incidents();

        var began = Stopwatch.GetTimestamp();
        do
        {
            foreach (var server in servers.All.Take(Most == TimeSpan.Zero ? 1 : servers.All.Count))
                await incidents.DuringAsync("a server is killed", () => DrillServers.KillAsync(server), Calm);
            await incidents.DuringAsync("PostgreSQL ends every connection", cluster.CutAsync, Calm);
            await incidents.DuringAsync("the proxy's lines are cut", proxy.CutAsync, Calm);
            await incidents.DuringAsync("the servers are upgraded one by one", servers.UpgradeAsync, Calm);
            if (cluster.CanBeFull)
                await incidents.DuringAsync("the primary's disk is full", () => FillDiskAsync(cluster, tools), Calm);
            if (!incidents.Has("no primary"))
                await incidents.DuringAsync("no primary", () => FailOverAsync(cluster, tools), Calm);
        } while (Stopwatch.GetElapsedTime(began) < Most);
        await stop.CancelAsync();
        await Task.WhenAll([.. sending, .. reading]);

        var sent = tools.SelectMany(t => t.Acknowledged).ToList();
        var stored = await SentReport.AllAsync(site);
        var announced = await followers[0].IsToldAsync(sent.Count - 1);
        output.WriteLine(
            DrillReport.Of(sent.Count, Stopwatch.GetElapsedTime(began), tools, reader, followers, incidents)
        );
        Assert.Equal(
            sent.Select(s => s.Report.Stored).Order(StringComparer.Ordinal),
            stored.Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            sent.Select(s => s.Report.Told).Order(StringComparer.Ordinal),
            announced.Append(tools[0].Acknowledged.First().Report.Told).Order(StringComparer.Ordinal)
        );
        foreach (var follower in followers)
            Assert.Equal(announced, await follower.IsToldAsync(announced.Count));

        Assert.Empty(reader.Stale);
        // What is under way on a server or a line when it is cut gets no answer. Nothing else may fail.
        Assert.Empty(incidents.Unexplained([.. reader.Failures, .. tools.SelectMany(t => t.Failures)]));
    }

    private static Task Calm() => Task.Delay(Between);

    private static Follower Follow(int number, SiteClient site, string start) =>
        (
            (number % 4) switch
            {
                0 => new SocketFollower(site, start) { MayBeRefused = true },
                1 => new StreamFollower(site, start) { MayBeRefused = true },
                2 => new SlowFollower(site, start) { MayBeRefused = true },
                _ => (Follower)new CutOffFollower(site, start) { MayBeRefused = true },
            }
        ).Follow();

    // It lasts until a report is refused and, with room again, another is acknowledged.
    private static async Task FillDiskAsync(Cluster cluster, IReadOnlyList<Tool> tools)
    {
        var refused = tools.Sum(t => t.Failures.Count);
        cluster.FillDisk();
        await Eventually.IsAsync(true, () => tools.Sum(t => t.Failures.Count) > refused, LiveServer.Patience);
        await cluster.MakeRoomAsync();
        await AcknowledgedAsync(tools);
    }

    // It lasts until a report is acknowledged again.
    private static async Task FailOverAsync(Cluster cluster, IReadOnlyList<Tool> tools)
    {
        await cluster.PromoteAsync();
        await AcknowledgedAsync(tools);
    }

    private static async Task AcknowledgedAsync(IReadOnlyList<Tool> tools)
    {
        var before = tools.Sum(t => t.Acknowledged.Count);
        await Eventually.IsAsync(true, () => tools.Sum(t => t.Acknowledged.Count) > before, LiveServer.Patience);
    }

    private sealed class All(IReadOnlyList<Follower> followers) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var follower in followers)
                await follower.DisposeAsync();
        }
    }
}
