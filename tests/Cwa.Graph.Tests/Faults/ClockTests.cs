using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests.Faults;

/// <summary>The system's clock may jump, but later entries of the feed still come later.</summary>
public sealed class ClockTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task After_the_clock_is_set_back_the_feed_still_continues_in_order(string provider)
    {
        await using var server = await CwaServer.StartAsync(provider);
        var (early, late) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await server.SubmitAsync(early);
        await using var npr = await Feed.Subscriber.StartAsync(
            server,
            new("npr", "npr", [Roles.Review], [], []),
            "subscription { monthlyReportSubmitted { monthlyReport { agency { abbreviation } } } }"
        );
        await ClockWasAheadAsync(server);

        await server.SubmitAsync(late);

        var told = (await npr.NextAsync()).GetProperty("monthlyReport").GetProperty("agency").Text("abbreviation");
        var feed = await server.AsReviewer().AskAsync("{ feed { edges { cursor node { agency { abbreviation } } } } }");
        var edges = feed.GetProperty("feed").GetProperty("edges").EnumerateArray().ToList();
        var rest = await server
            .AsReviewer()
            .AskAsync(
                "query ($after: String) { feed(after: $after) { nodes { agency { abbreviation } } } }",
                new { after = edges[0].Text("cursor") }
            );
        Assert.Equal(late.Abbreviation, told);
        Assert.Equal(
            [early.Abbreviation, late.Abbreviation],
            edges.Select(e => e.GetProperty("node").GetProperty("agency").Text("abbreviation"))
        );
        Assert.Equal(
            late.Abbreviation,
            Assert
                .Single(rest.GetProperty("feed").GetProperty("nodes").EnumerateArray())
                .GetProperty("agency")
                .Text("abbreviation")
        );
    }

    /// <summary>
    /// Makes the feed as if it was written while the clock was an hour ahead, with such times and ids.
    /// </summary>
    private static async Task ClockWasAheadAsync(CwaServer server)
    {
        var ahead = DateTime.UtcNow.AddHours(1);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(
            1,
            await db.FeedEntries.ExecuteUpdateAsync(set =>
                set.SetProperty(e => e.RecordedAt, ahead).SetProperty(e => e.Id, Guid.CreateVersion7(ahead))
            )
        );
    }
}
