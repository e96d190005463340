using Cwa.Graph.Tests.Engine;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cwa.Graph.Tests.Faults;

/// <summary>
/// The server of .github/operations/previous-commit works beside this one. `CWA_PREVIOUS_SERVER` is the path of its
/// Cwa.Graph.dll, which .ci/run builds.
/// </summary>
[AfterOthers]
public sealed class RollingUpgradeTests
{
    private const int Tools = 4,
        Reports = 24;

    private static readonly string[] Expansion =
    [
        "ALTER TABLE events ADD COLUMN room varchar(100)",
        "ALTER TABLE events ADD COLUMN seats integer NOT NULL DEFAULT 0",
        "CREATE INDEX ix_events_room ON events (room)",
        "CREATE TABLE rooms (id integer PRIMARY KEY, name varchar(100) NOT NULL)",
    ];

    private static string? Previous => Environment.GetEnvironmentVariable("CWA_PREVIOUS_SERVER");

    [SkippableFact]
    public async Task Over_an_expanded_schema_the_version_before_works_beside_this_one_and_starts_again()
    {
        Required.Holds(
            Previous is { Length: > 0 },
            "Set CWA_PREVIOUS_SERVER to the Cwa.Graph.dll of the commit in .github/operations/previous-commit."
        );
        await using var site = await Site.OpenAsync(TestDatabase.PostgreSql);
        await ExpandAsync(site.Database);
        await using var before = await site.BesideAsync(Previous!);
        var agencies = await site.AgenciesAsync();
        var tools = Enumerable
            .Range(0, Tools)
            .Select(i => new Tool(
                i % 2 == 0 ? site : before,
                $"tool {i}",
                [.. agencies.Where((_, n) => n % Tools == i)]
            ))
            .ToList();
        await tools[0].SendAsync(tools[0].Next());
        var start = await Follower.NewestAsync(site);
        await using var onThis = new SocketFollower(site, start).Follow();
        await using var onTheOther = new SocketFollower(before, start).Follow();
        using var stop = new CancellationTokenSource();
        var sending = tools.Select(tool => Task.Run(() => tool.SendAsync(stop.Token))).ToList();

        // The way back: the version before starts while this one works.
        await AcknowledgedAsync(tools, Reports);
        await before.Server.KillAsync();
        before.Launch();
        await before.Server.ReadyAsync();
        await AcknowledgedAsync(tools, Reports);
        await stop.CancelAsync();
        await Task.WhenAll(sending);

        var sent = tools.SelectMany(tool => tool.Acknowledged).Select(acknowledged => acknowledged.Report).ToList();
        var stored = sent.Select(report => report.Stored).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(stored, (await SentReport.AllAsync(site)).Order(StringComparer.Ordinal));
        Assert.Equal(stored, (await SentReport.AllAsync(before)).Order(StringComparer.Ordinal));
        var announced = await onThis.IsToldAsync(sent.Count - 1);
        Assert.Equal(announced, await onTheOther.IsToldAsync(sent.Count - 1));
        Assert.Equal(
            sent.Select(report => report.Told).Order(StringComparer.Ordinal),
            announced.Append(tools[0].Acknowledged.First().Report.Told).Order(StringComparer.Ordinal)
        );
        Assert.Contains("A newer version has expanded the database", before.Server.Log, StringComparison.Ordinal);
    }

    private static Task AcknowledgedAsync(IReadOnlyList<Tool> tools, int more)
    {
        // Each tool, so that both servers have worked.
        var enough = tools.Select(tool => tool.Acknowledged.Count + (more / Tools)).ToList();
        return Eventually.IsAsync(
            true,
            () => tools.Zip(enough).All(it => it.First.Acknowledged.Count >= it.Second),
            LiveServer.Patience
        );
    }

    /// <summary>What a migration of a later version would do.</summary>
    private static async Task ExpandAsync(TestDatabase database)
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        foreach (var statement in Expansion)
            await db.Database.ExecuteSqlRawAsync(statement);
        await db.Database.ExecuteSqlRawAsync(
            db.GetService<IHistoryRepository>().GetInsertScript(new("29990101000000_ExpandEvents", "99.0.0"))
        );
    }
}
