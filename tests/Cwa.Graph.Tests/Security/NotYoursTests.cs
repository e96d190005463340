using System.Text.Json;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Security;

/// <summary>Records of others get the same answer as records that do not exist, whatever the query.</summary>
[Collection(SignedIn.Name)]
public sealed class NotYoursTests(SignedInServer server)
{
    private static readonly Guid Nothing = Guid.CreateVersion7();

    [Theory]
    [InlineData("Liaison")]
    [InlineData("MonthlyReport")]
    [InlineData("ComplaintMetric")]
    [InlineData("Finding")]
    [InlineData("FindingAction")]
    [InlineData("Survey")]
    [InlineData("Event")]
    [InlineData("AnnualReport")]
    [InlineData("EventRevision")]
    public async Task Records_of_others_are_not_found_by_id(string type)
    {
        var others = server.Held.Of(type, "SSA", seen: false)[0];

        Assert.Equal(await ById(Nothing), await ById(others));

        async Task<string> ById(Guid id) =>
            (
                await server.SendAsync(
                    "SSA",
                    "query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id } }",
                    new { id = NodeId.Encode(type, id), ids = new[] { NodeId.Encode(type, id) } }
                )
            ).ToString();
    }

    [Theory]
    [InlineData("liaisons(where: { agency: { abbreviation: { eq: \"IRS\" } } }) { totalCount nodes { id } }")]
    [InlineData(
        """
            liaisons(
              where: {
                or: [
                  { agency: { abbreviation: { eq: "IRS" } } }
                  { agency: { parent: { abbreviation: { eq: "TREAS" } } } }
                ]
              }
              order: [{ name: DESC }]
            ) { totalCount nodes { id } }
            """
    )]
    [InlineData(
        """
            monthlyReports(
              where: { agency: { name: { startsWith: "Internal Revenue" } } }
              order: [{ recordedAt: DESC }]
            ) { totalCount edges { cursor } pageInfo { hasNextPage endCursor } }
            """
    )]
    [InlineData(
        """
            monthlyReports(knownAt: "2100-01-01T00:00:00Z", where: { agency: { abbreviation: { eq: "IRS" } } }) {
              totalCount nodes { id }
            }
            """
    )]
    [InlineData(
        """
            complaintMetrics(where: { category: { name: { neq: "" } }, agency: { abbreviation: { eq: "IRS" } } }) {
              totalCount nodes { id }
            }
            """
    )]
    [InlineData(
        """
            complaintTrend(from: "1998-01", to: "1998-12", where: { agency: { abbreviation: { eq: "IRS" } } }) {
              points { received }
            }
            """
    )]
    [InlineData(
        """
            complaintCarryOver(
              from: "1998-01"
              to: "1998-12"
              kind: GAP
              where: { agency: { abbreviation: { neq: "SSA" } } }
            ) { totalCount }
            """
    )]
    [InlineData("systemicProblems(where: { agency: { abbreviation: { neq: \"SSA\" } } }) { totalCount nodes { id } }")]
    [InlineData(
        "processChanges(where: { problem: { agency: { abbreviation: { neq: \"SSA\" } } } }) { totalCount nodes { id } }"
    )]
    [InlineData(
        """
            agency(by: { abbreviation: "IRS" }) {
              liaison { id }
              effectiveLiaison { liaison { id } }
              nearestLiaison { id }
              complaintTrend(from: "1998-01", to: "1998-12") { points { received } }
              attention { agency { id } }
              liaisons { totalCount }
              monthlyReports { totalCount }
              complaintMetrics { totalCount }
              findings { totalCount }
            }
            """
    )]
    [InlineData(
        """
            annualReports(where: { agency: { abbreviation: { neq: "SSA" } }, status: { neq: PUBLISHED } }) {
              totalCount nodes { id }
            }
            """
    )]
    public async Task Records_of_others_are_not_found_by_condition_or_count_or_nesting(string query)
    {
        var others = await server.AskAsync("SSA", $"{{ {query} }}");
        var npr = await server.AskAsync("npr", $"{{ {query} }}");

        Assert.DoesNotMatch("\"id\"|\"cursor\":|totalCount\": ?[1-9]|received", others.ToString());
        Assert.Matches("\"id\"|\"cursor\":|totalCount\": ?[1-9]|received", npr.ToString());
    }

    [Fact]
    public async Task Records_of_others_are_not_found_by_cursor()
    {
        var place = (
            await server.AskAsync("npr", "{ liaisons(first: 1, order: [{ name: ASC }]) { pageInfo { endCursor } } }")
        )
            .GetProperty("liaisons")
            .GetProperty("pageInfo")
            .GetProperty("endCursor")
            .GetString();

        var page = (
            await server.AskAsync(
                "HHS",
                """
                query ($after: String) {
                  liaisons(first: 100, after: $after, order: [{ name: ASC }]) { nodes { id } }
                }
                """,
                new { after = place }
            )
        ).GetProperty("liaisons");

        var met = page.GetProperty("nodes")
            .EnumerateArray()
            .Select(l => NodeId.Decode(l.GetProperty("id").GetString()!).Key)
            .ToList();
        Assert.NotEmpty(met);
        Assert.All(met, id => Assert.True(server.Held.MaySee("Liaison", id, "HHS")));
    }

    [Fact]
    public async Task A_hidden_event_is_not_found_by_its_title()
    {
        var hidden = NodeId.Encode("Event", server.Held.Of("Event", "SSA", seen: false)[0]);
        var e = (
            await server.AskAsync(
                "npr",
                "query ($id: ID!) { node(id: $id) { ... on Event { title startsOn agency { abbreviation } } } }",
                new { id = hidden }
            )
        ).GetProperty("node");

        const string query = "query ($where: EventFilterInput) { events(first: 100, where: $where) { nodes { id } } }";
        var named = new
        {
            where = new
            {
                title = new { eq = e.Text("title") },
                startsOn = new { eq = e.Text("startsOn") },
                agency = new { abbreviation = new { eq = e.GetProperty("agency").Text("abbreviation") } },
            },
        };

        Assert.Contains(hidden, Ids(await server.AskAsync("npr", query, named)));
        Assert.DoesNotContain(hidden, Ids(await server.AskAsync("SSA", query, named)));

        static IEnumerable<string?> Ids(JsonElement found) =>
            found.GetProperty("events").GetProperty("nodes").EnumerateArray().Select(e => e.Text("id"));
    }
}
