using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Feed.Feeding;

namespace Cwa.Graph.Tests.Feed;

/// <summary>The feed announces everything at once, to everybody who may know it, and loses nothing.</summary>
[Collection(nameof(FeedTests))]
public sealed class FeedTests(OwnServers servers, SampleServers samples)
    : IClassFixture<OwnServers>,
        IClassFixture<SampleServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_submitted_report_is_announced_at_once(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await using var npr = await Subscriber.StartAsync(server, Npr, Submitted, Of(agency));

        await server.SubmitAsync(agency, null, Reporting.Planned());

        var told = await npr.NextAsync();
        Assert.Equal(agency.Abbreviation, told.GetProperty("monthlyReport").GetProperty("agency").Text("abbreviation"));
        Assert.Equal("1998-04", told.GetProperty("monthlyReport").Text("month"));
        Assert.False(told.GetProperty("amends").GetBoolean());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_report_submitted_to_one_server_is_announced_by_another(string provider)
    {
        await using var here = await CwaServer.StartAsync(provider);
        await using var there = CwaServer.OnDay(here.Database, "1998-11-16");
        var agency = await here.HasAgencyAsync();
        await using var npr = await Subscriber.StartAsync(here, Npr, Submitted);

        await SubmitAsync(there, agency, 4);

        Assert.Equal("1998-04", (await npr.NextAsync()).GetProperty("monthlyReport").Text("month"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_amendment_is_announced_as_such_and_a_correction_is_not(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await using var npr = await Subscriber.StartAsync(server, Npr, Submitted, Of(agency));
        await server.ReturnAsync(await server.SubmitAsync(agency, null, Reporting.Planned()));
        await server.AcceptAsync(await server.SubmitAsync(agency, null, Reporting.Planned("Corrected")));
        await server.SubmitAsync(
            agency,
            "One more meeting.",
            Reporting.Planned("Corrected"),
            Reporting.Planned("More")
        );

        var told = await npr.NextAsync(3);

        Assert.Equal([false, false, true], told.Select(m => m.GetProperty("amends").GetBoolean()));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_hears_only_of_its_own_reports(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (mine, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await using var agency = await Subscriber.StartAsync(
            server,
            new("pat", "pat", [Roles.Submit], [mine.Id], [mine.Id]),
            Submitted
        );

        await server.SubmitAsync(other, null, Reporting.Planned());
        await server.SubmitAsync(mine, null, Reporting.Planned());

        Assert.Equal(
            mine.Abbreviation,
            (await agency.NextAsync()).GetProperty("monthlyReport").GetProperty("agency").Text("abbreviation")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_reads_and_counts_only_its_own_entries(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (mine, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await SubmitAsync(server, other, 1, 2);
        await SubmitAsync(server, mine, 1);

        var feed = (
            await server.As(mine).AskAsync("{ feed { totalCount nodes { agency { abbreviation } } } }")
        ).GetProperty("feed");

        Assert.Equal(1, feed.GetProperty("totalCount").GetInt32());
        Assert.Equal(
            mine.Abbreviation,
            Assert.Single(feed.GetProperty("nodes").EnumerateArray()).GetProperty("agency").Text("abbreviation")
        );
    }

    [Fact]
    public async Task The_public_is_told_to_sign_in()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        Assert.Equal([ErrorCodes.Unauthenticated], await Subscriber.RefusedAsync(server, Caller.Public, Submitted));
    }

    [Fact]
    public async Task Every_kind_of_entry_leads_to_what_it_announces()
    {
        var server = await samples.OnAsync(TestDatabase.Sqlite);
        var kinds = new HashSet<string>();
        string? after = null;
        do
        {
            var feed = (
                await server.AskAsync(
                    """
                    query ($after: String) {
                      feed(first: 100, after: $after) {
                        edges { node { kind subject { id } } } pageInfo { endCursor hasNextPage }
                      }
                    }
                    """,
                    new { after }
                )
            ).GetProperty("feed");
            foreach (var edge in feed.GetProperty("edges").EnumerateArray())
            {
                Assert.Equal(JsonValueKind.Object, edge.GetProperty("node").GetProperty("subject").ValueKind);
                kinds.Add(edge.GetProperty("node").Text("kind")!);
            }

            after = feed.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()
                ? feed.GetProperty("pageInfo").Text("endCursor")
                : null;
        } while (after is not null);

        Assert.True(kinds.Count >= 5, string.Join(' ', kinds));
        Assert.All(Enum.GetValues<FeedKind>(), kind => Assert.NotNull(FeedSubjects.TypeOf(kind)));
    }
}
