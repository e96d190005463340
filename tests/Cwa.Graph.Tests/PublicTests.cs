using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using Snapshooter;
using Snapshooter.Xunit;

namespace Cwa.Graph.Tests;

/// <summary>What a caller who is not signed in may see of the sample year.</summary>
public sealed class PublicTests(PublicTests.Servers servers) : IClassFixture<PublicTests.Servers>
{
    [Theory]
    [InlineData("directive", "", "title requirements { key }")]
    [InlineData("agencies", "first: 250", "totalCount nodes { abbreviation components(first: 1) { totalCount } }")]
    [InlineData(
        "annualReports",
        "first: 9, where: { status: { eq: PUBLISHED } }",
        "totalCount nodes { title statements { text standard { statement } } }"
    )]
    public async Task The_directive_and_agencies_and_published_results_are_public(
        string list,
        string of,
        string selection
    )
    {
        var arguments = of is "" ? "" : $"({of})";

        var seen = await servers.Public.AskAsync($"{{ {list}{arguments} {{ {selection} }} }}");
        var counted = await servers.Public.AskAsync("{ agencies { totalCount } annualReports { totalCount } }");
        var there = await servers.Npr.AskAsync($"{{ {list}{arguments} {{ {selection} }} }}");

        Assert.Equal(there.ToString(), seen.ToString());
        Assert.InRange(seen.GetProperty(list).ToString().Length, 400, int.MaxValue);
        if (counted.TryGetProperty(list, out var all))
            Assert.Equal(CountOf(all), CountOf(there.GetProperty(list)));
    }

    [Fact]
    public async Task Open_events_are_public_with_the_same_values_that_NPR_reads()
    {
        const string event_ =
            "id title description startsOn endsOn medium format placeKind state city languages status hosts { name }";

        var seen = (await servers.Public.AskAsync($"{{ events(first: 45) {{ nodes {{ {event_} }} }} }}"))
            .GetProperty("events")
            .GetProperty("nodes");
        var there = await servers.Npr.AskAsync(
            $"query ($ids: [ID!]!) {{ nodes(ids: $ids) {{ ... on Event {{ {event_} }} }} }}",
            new { ids = seen.EnumerateArray().Select(e => e.Text("id")) }
        );

        Assert.Equal(45, seen.GetArrayLength());
        Assert.Equal(there.GetProperty("nodes").ToString(), seen.ToString());
    }

    [Theory]
    [InlineData("{ liaisons { totalCount } }")]
    [InlineData("{ monthlyReports { nodes { month } } }")]
    [InlineData("{ complaintMetrics { edges { cursor } } }")]
    [InlineData("{ complaintTrend(from: \"1998-01\", to: \"1998-12\") { points { received } } }")]
    [InlineData("{ complaintCarryOver(from: \"1998-01\", to: \"1998-12\") { totalCount } }")]
    [InlineData("{ topComplaintCategories(from: \"1998-01\", to: \"1998-12\") { received } }")]
    [InlineData("{ growingComplaintCategories(from: \"1998-01\", to: \"1998-12\") { totalCount } }")]
    [InlineData("{ systemicProblems { totalCount } }")]
    [InlineData("{ processChanges { totalCount } }")]
    [InlineData("{ scorecard { year } }")]
    [InlineData("{ agencies { nodes { scorecard { judgedOn } } } }")]
    [InlineData("{ agencies { nodes { liaison { name } } } }")]
    [InlineData("{ agencies { nodes { effectiveLiaison { inheritedFrom { name } } } } }")]
    [InlineData("{ agencies { nodes { nearestLiaison { name } } } }")]
    [InlineData("{ agencies { nodes { attention { weight } } } }")]
    [InlineData(
        "{ agencies { nodes { complaintTrend(from: \"1998-01\", to: \"1998-12\") { points { received } } } } }"
    )]
    [InlineData("{ agencies { nodes { findings { totalCount } } } }")]
    [InlineData("{ events { nodes { attendance } } }")]
    [InlineData("{ events { nodes { ...f } } } fragment f on Event { ... on Event { findings { totalCount } } }")]
    [InlineData("{ annualReports { nodes { returnReason } } }")]
    [InlineData("{ findings { totalCount } }")]
    [InlineData("{ findingProgress(from: \"1998-03-03\", to: \"1998-11-15\") { findings } }")]
    [InlineData("{ employeePriorities(from: \"1998-03-03\", to: \"1998-11-15\") { findings } }")]
    [InlineData("{ customerPriorities(from: \"1998-03-03\", to: \"1998-11-15\") { findings } }")]
    [InlineData("{ reach(from: \"1998-03-03\", to: \"1998-11-15\") { events } }")]
    public async Task Everything_else_requires_a_sign_in(string query)
    {
        var answer = await servers.Public.SendAsync(query);

        Assert.Equal(
            "UNAUTHENTICATED",
            answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
        );
        Assert.False(answer.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Events_by_invitation_and_unaccepted_ones_are_neither_listed_nor_counted()
    {
        await using var db = await servers.Npr.Database.Contexts.CreateDbContextAsync();
        var events = await db.Events.AsNoTracking().Include(e => e.Report).ToListAsync();
        var open = events
            .Where(e =>
                e
                    is {
                        Access: Access.OpenToPublic,
                        Report.Status: MonthlyReportStatus.Accepted or MonthlyReportStatus.Amended
                    }
            )
            .ToList();
        Assert.Contains(events, e => e is { Access: Access.ByInvitation, Report.Status: MonthlyReportStatus.Accepted });
        Assert.Contains(
            events,
            e => e is { Access: Access.OpenToPublic, Report.Status: MonthlyReportStatus.Submitted }
        );

        var seen = new List<string?>();
        for (string? after = null; seen.Count == 0 || after is not null; )
        {
            var page = (
                await servers.Public.AskAsync(
                    """
                    query ($after: String) {
                      events(first: 100, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
                    }
                    """,
                    new { after }
                )
            ).GetProperty("events");
            Assert.Equal(open.Count, CountOf(page));
            seen.AddRange(page.GetProperty("nodes").EnumerateArray().Select(e => e.Text("id")));
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.Text("endCursor") : null;
        }

        Assert.Equal(open.Select(e => NodeId.Encode("Event", e.Id)).Order(), seen.Order());
    }

    [Fact]
    public async Task The_id_of_a_hidden_record_is_answered_like_that_of_a_missing_one()
    {
        var npr = await servers.Npr.AskAsync(
            """
            {
              events(first: 100) { nodes { id isPublic } }
              liaisons(first: 1) { nodes { id } }
              monthlyReports(first: 1) { nodes { id } }
            }
            """
        );
        var hidden = npr.GetProperty("events")
            .GetProperty("nodes")
            .EnumerateArray()
            .First(e => !e.GetProperty("isPublic").GetBoolean())
            .GetProperty("id");
        string[] ids =
        [
            hidden.GetString()!,
            Id(npr, "liaisons"),
            Id(npr, "monthlyReports"),
            NodeId.Encode("Event", Guid.NewGuid()),
        ];

        var answer = await servers.Public.AskAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids });

        Assert.Equal("[null,null,null,null]", answer.GetProperty("nodes").ToString());

        static string Id(JsonElement data, string list) =>
            data.GetProperty(list).GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    [Theory]
    [InlineData("memorandum")]
    [InlineData("calendar")]
    [InlineData("annual-results")]
    [InlineData("hard-to-read")]
    public async Task Operations_on_what_is_public_are_answered(string operation)
    {
        var file = Repository.PathOf($"schema/operations/{operation}.graphql");

        var answer = await servers.Public.AskAsync(await File.ReadAllTextAsync(file));

        ReadableAnswer.Of(answer.WithoutCursorsAndInstants()).MatchSnapshot(SnapshotNameExtension.Create(operation));
    }

    [Fact]
    public async Task Conditions_on_what_is_public_are_answered()
    {
        await using var db = await servers.Npr.Database.Contexts.CreateDbContextAsync();
        var components = await db.Agencies.CountAsync(a => a.Parent!.Name.StartsWith("Dep"));

        var data = await servers.Public.AskAsync(
            "{ agencies(where: { parent: { name: { startsWith: \"Dep\" } } }) { totalCount } }"
        );

        Assert.InRange(components, 20, 162);
        Assert.Equal(components, CountOf(data.GetProperty("agencies")));
    }

    [Fact]
    public async Task Drafts_are_hidden_from_NPR()
    {
        await using var db = await servers.Npr.Database.Contexts.CreateDbContextAsync();
        Assert.True(await db.MonthlyReports.AnyAsync(r => r.Status == MonthlyReportStatus.Draft));

        var data = await servers.Npr.AskAsync("{ monthlyReports(where: { status: { eq: DRAFT } }) { totalCount } }");

        Assert.Equal(0, CountOf(data.GetProperty("monthlyReports")));
    }

    private static int CountOf(JsonElement list) => list.GetProperty("totalCount").GetInt32();

    public sealed class Servers : IAsyncLifetime
    {
        private readonly SampleServers _samples = new();

        public CwaServer Npr { get; private set; } = null!;

        public CwaServer Public { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Npr = await _samples.OnAsync(TestDatabase.Sqlite);
            Public = Npr.Public;
        }

        public Task DisposeAsync() => _samples.DisposeAsync();
    }
}
