using System.Text.Json;

namespace Cwa.Graph.Tests;

/// <summary>What a caller who is not signed in may see of the sample year.</summary>
public sealed class PublicTests(PublicTests.Servers servers) : IClassFixture<PublicTests.Servers>
{
    [Theory]
    [InlineData("{ directive { title requirements { key } } }")]
    [InlineData("{ agencies(first: 250) { totalCount nodes { abbreviation components(first: 1) { totalCount } } } }")]
    [InlineData(
        "{ events(first: 45) { totalCount nodes { title description startsOn endsOn medium format placeKind state city languages status hosts { name } } } }"
    )]
    [InlineData("{ annualReports(first: 9) { nodes { title statements { text standard { statement } } } } }")]
    public async Task The_directive_agencies_open_events_and_published_results_are_public(string query) =>
        await servers.Public.AskAsync(query);

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
    [InlineData("{ agencies { nodes { findings { totalCount } } } }")]
    [InlineData("{ events { nodes { attendance } } }")]
    [InlineData("{ events { nodes { ...f } } } fragment f on Event { ... on Event { findings { totalCount } } }")]
    [InlineData("{ annualReports { nodes { returnReason } } }")]
    [InlineData("{ findings { totalCount } }")]
    [InlineData("{ findingProgress(from: \"1998-03-03\", to: \"1998-11-15\") { findings } }")]
    [InlineData("{ reach(from: \"1998-03-03\", to: \"1998-11-15\") { events } }")]
    public async Task What_is_not_public_asks_for_a_sign_in(string query)
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
        const string query = "{ events(first: 100, order: [{ startsOn: DESC }]) { totalCount nodes { id } } }";

        var seen = await servers.Public.AskAsync(query);
        var all = await servers.Npr.AskAsync(
            "{ open: events(where: { and: [] }) { totalCount } events(first: 100) { nodes { id isPublic } } }"
        );

        Assert.InRange(
            seen.GetProperty("events").GetProperty("totalCount").GetInt32(),
            1,
            all.GetProperty("open").GetProperty("totalCount").GetInt32() - 1
        );
    }

    [Fact]
    public async Task An_id_of_something_hidden_is_answered_like_one_of_nothing()
    {
        var npr = await servers.Npr.AskAsync(
            "{ events(first: 100) { nodes { id isPublic } } liaisons(first: 1) { nodes { id } } monthlyReports(first: 1) { nodes { id } } }"
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
            Cwa.Graph.Engine.NodeId.Encode("Event", Guid.NewGuid()),
        ];

        var answer = await servers.Public.AskAsync("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids });

        Assert.All(
            answer.GetProperty("nodes").EnumerateArray(),
            node => Assert.Equal(JsonValueKind.Null, node.ValueKind)
        );

        static string Id(JsonElement data, string list) =>
            data.GetProperty(list).GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    [Theory]
    [InlineData("memorandum")]
    [InlineData("calendar")]
    [InlineData("annual-results")]
    [InlineData("hard-to-read")]
    public async Task Operations_on_what_is_public_are_answered(string operation) =>
        await servers.Public.AskAsync(
            await File.ReadAllTextAsync(Repository.PathOf($"schema/operations/{operation}.graphql"))
        );

    [Theory]
    [InlineData("{ agencies(where: { parent: { name: { startsWith: \"Dep\" } } }) { totalCount } }")]
    public async Task Conditions_on_what_is_public_are_answered(string query) => await servers.Public.AskAsync(query);

    [Fact]
    public async Task Drafts_are_hidden_from_npr()
    {
        var data = await servers.Npr.AskAsync("{ monthlyReports(where: { status: { eq: DRAFT } }) { totalCount } }");

        Assert.Equal(0, data.GetProperty("monthlyReports").GetProperty("totalCount").GetInt32());
    }

    public sealed class Servers : IAsyncLifetime
    {
        public CwaServer Npr { get; private set; } = null!;

        public CwaServer Public { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Npr = await CwaServer.StartAsync(sample: true);
            Public = CwaServer.ForThePublic(Npr.Database);
        }

        public async Task DisposeAsync()
        {
            await Public.DisposeAsync();
            await Npr.DisposeAsync();
        }
    }
}
