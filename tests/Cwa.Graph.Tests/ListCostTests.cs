using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>What lists without pages cost, and what a caller who asks for too much is told.</summary>
public sealed class ListCostTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Year = "from: \"1998-01\", to: \"1998-12\"";
    private const string Days = "from: \"1998-01-01\", to: \"1998-12-31\"";

    [Theory]
    [InlineData("{ attention(first: 7, kinds: [NO_LIAISON]) { items { reasons { text } } } }", 1 + 7 * 2)]
    [InlineData("{ a: attention(first: 7, kinds: NO_LIAISON) { items { weight reasons { text } } } }", 1 + 7 * 2)]
    [InlineData("{ attention(first: 7) { items { agency { name } liaison { name } reasons { text } } } }", 1 + 7 * 12)]
    [InlineData("{ attention { items { weight } } }", 1 + 20)]
    [InlineData("{ attention(first: 7, monthsAhead: 3) { items { reasons { text } } } }", 1 + 7 * 13)]
    [InlineData(
        "{ attention(first: 7, monthsAhead: 12, kinds: NOTHING_PLANNED) { items { reasons { text } } } }",
        1 + 7 * 14
    )]
    [InlineData("{ complaintTrend(" + Year + ") { points { received change { received } } } }", 1 + 12)]
    [InlineData("{ complaintTrend(" + Year + ", interval: QUARTER) { points { received } } }", 1 + 4)]
    [InlineData(
        "{ complaintTrend(from: \"1998-03\", to: \"1999-04\", interval: QUARTER) { points { received } } }",
        1 + 6
    )]
    [InlineData(
        "{ complaintTrend(from: \"1998-12\", to: \"1999-01\", interval: YEAR) { points { received } } }",
        1 + 2
    )]
    [InlineData("{ complaintTrend(" + Year + ", groupBy: CATEGORY) { points { received } } }", 1 + 12 * 9)]
    [InlineData("{ complaintTrend(" + Year + ", groupBy: [CATEGORY, CHANNEL]) { points { received } } }", 1 + 12 * 63)]
    [InlineData("{ complaintTrend(" + Year + ", interval: YEAR, groupBy: [AGENCY]) { points { received } } }", 1 + 250)]
    [InlineData("{ complaintTrend(" + Year + ", groupBy: [AGENCY]) { points { received } } }", 1 + 1_000)]
    [InlineData("{ complaintCarryOver(" + Year + ", first: 3) { breaks { month } } }", 1 + 3)]
    [InlineData("{ complaintCarryOver(" + Year + ") { breaks { month } } }", 1 + 50)]
    [InlineData("{ topComplaintCategories(" + Year + ", first: 5) { common { top } own { received } } }", 1 + 9 + 5)]
    [InlineData("{ growingComplaintCategories(" + Year + ", first: 5) { categories { received } } }", 1 + 5)]
    [InlineData("{ reportingStatuses(from: \"1998-03\", to: \"1998-12\") { requested { asked } } }", 10 + 10)]
    [InlineData("{ agencies(first: 5) { nodes { reportingCalendar(" + Year + ") { state } } } }", 5 + 5 * 12)]
    [InlineData("{ agencies(first: 5) { nodes { reportingCalendar(from: \"1998-11\") { state } } } }", 5 + 5 * 2)]
    [InlineData("{ agencies(first: 5) { nodes { reportingCalendar { state } } } }", 5 + 5 * 12)]
    [InlineData("{ reportingStatus(month: \"1998-04\") { departments { expected } } }", 1 + 250)]
    [InlineData("{ reportingStatus(month: \"1998-04\") { departments(first: 78) { expected } } }", 1 + 78)]
    [InlineData("{ reportingStatus(month: \"1998-04\") { agencies(first: 8) { state } } }", 1 + 8)]
    [InlineData("{ customerPriorities(" + Days + ") { themes { people } groups { people } } }", 1 + 14)]
    [InlineData("{ customerPriorities(" + Days + ") { themes { own { people } } } }", 1 + 14 + 14 * 10)]
    [InlineData("{ customerPriorities(" + Days + ", groupBy: STATE) { groups { people } } }", 1 + 57)]
    [InlineData("{ customerPriorities(" + Days + ", groupBy: CUSTOMER_GROUP) { groups { people } } }", 1 + 11)]
    [InlineData("{ reach(" + Days + ") { byDepartment { held } } }", 1 + 90)]
    [InlineData("{ employeePriorities(" + Days + ", groupBy: ABOUT) { groups { people } } }", 1 + 5)]
    [InlineData("{ findingProgress(" + Days + ") { findings groups { findings } } }", 1)]
    [InlineData("{ findingProgress(" + Days + ", groupBy: THEME) { groups { findings } } }", 1 + 14)]
    [InlineData("{ findingProgress(" + Days + ", groupBy: ABOUT) { groups { findings } } }", 1 + 5)]
    [InlineData("{ findingProgress(" + Days + ", groupBy: DEPARTMENT) { groups { findings } } }", 1 + 90)]
    [InlineData(
        "{ customerPriorities(" + Days + ", groupBy: DEPARTMENT) { groups { themes { people } } } }",
        1 + 90 + 90 * 14
    )]
    public async Task A_list_costs_as_many_objects_as_its_arguments_allow(string query, int objects)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await server.SendAsync(query);

        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(objects, CostOf(answer));
        if (!query.Contains("nodes", StringComparison.Ordinal) && !query.Contains("change", StringComparison.Ordinal))
            Assert.InRange(ObjectsIn(answer.GetProperty("data")) - 1, 1, objects);
    }

    [Fact]
    public async Task The_first_look_at_the_government_departments_included_fits_into_a_thousand_objects()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await server.SendAsync(
            await File.ReadAllTextAsync(Repository.PathOf("schema/operations/page/overview.graphql")),
            new
            {
                from = "1998-03",
                to = "1998-12",
                month = "1998-11",
                fromDay = "1998-11-01",
                toDay = "1998-11-30",
                firstFull = "1998-03",
                lastFull = "1998-10",
            }
        );

        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        var reporting = answer.GetProperty("data").GetProperty("reportingStatus");
        Assert.Equal(77, reporting.GetProperty("departments").GetArrayLength());
        Assert.InRange(CostOf(answer), 200, 1_000);
    }

    [Fact]
    public async Task Variables_and_their_defaults_decide_the_cost_like_values_in_the_document()
    {
        const string query = """
            query (
              $from: YearMonth!
              $to: YearMonth! = "1998-06"
              $by: [TrendGroup!]
              $channel: TrendGroup! = CHANNEL
            ) {
              a: complaintTrend(from: $from, to: $to, groupBy: $by) { points { received } }
              b: complaintTrend(from: $from, to: $to, groupBy: [$channel]) { points { received } }
            }
            """;
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var usual = await server.SendAsync(query, new { from = "1998-05" });
        var given = await server.SendAsync(
            query,
            new
            {
                from = "1998-05",
                to = "1998-05",
                by = new[] { "CATEGORY" },
                channel = "CATEGORY",
            }
        );

        Assert.Equal(2 + 2 + 2 * 7, CostOf(usual));
        Assert.Equal(2 + 9 + 9, CostOf(given));
    }

    [Theory]
    [InlineData(
        "{ long: agencies(first: 250) { nodes { reportingCalendar { report { month } } } } viewer { name } }",
        "The operation could return 6251 objects; at most 5000 are allowed. "
            + "Of these, 6250 are in `long`: ask for fewer with `first`; `first: 199` would fit."
    )]
    [InlineData(
        "{ reportingStatuses(from: \"1998-01\", to: \"1999-12\") { agencies { state } } agencies { totalCount } }",
        "The operation could return 6024 objects; at most 5000 are allowed. "
            + "Of these, 6024 are in `reportingStatuses`: ask for fewer months with `from` and `to`."
    )]
    [InlineData(
        "{ attention(first: 250) { items { agency { events(first: 20) { nodes { title } } } } } }",
        "The operation could return 5501 objects; at most 5000 are allowed. "
            + "Of these, 5500 are in `attention`: ask for fewer with `first`; `first: 227` would fit."
    )]
    [InlineData(
        "{ ssa: agency(by: { abbreviation: \"SSA\" }) { events(first: 100) { nodes { "
            + "agency { events(first: 60) { nodes { title } } } } } } }",
        "The operation could return 6201 objects; at most 5000 are allowed. "
            + "Of these, 6200 are in `ssa.events`: ask for fewer with `first`; `first: 80` would fit."
    )]
    [InlineData(
        "{ complaintTrend("
            + Year
            + ", groupBy: [AGENCY]) { points { agency { a: parent { name } b: parent { name } "
            + "c: parent { name } } } } }",
        "The operation could return 5001 objects; at most 5000 are allowed. "
            + "Of these, 5000 are in `complaintTrend`: ask for fewer months, longer intervals or fewer groups."
    )]
    public async Task A_caller_who_asks_for_too_much_learns_where_and_how_to_ask_for_less(string query, string message)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var error = (await server.SendAsync(query)).GetProperty("errors")[0];

        Assert.Equal("COST_EXCEEDED", error.GetProperty("extensions").Text("code"));
        Assert.Equal(message, error.Text("message"));
    }

    [Theory]
    [InlineData("{ ...F } fragment F on ComplaintTrend { points { received } }")]
    [InlineData("{ attention(first: \"1\") { items { weight } } }")]
    [InlineData("{ complaintTrend(from: 1998, to: [], groupBy: {}) { points { received } } }")]
    public async Task An_invalid_document_is_refused_as_such(string query)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var errors = (await server.SendAsync(query)).GetProperty("errors").EnumerateArray();

        Assert.All(errors, e => Assert.Equal("GRAPHQL_VALIDATION_FAILED", e.GetProperty("extensions").Text("code")));
    }

    private static int CostOf(JsonElement answer) =>
        answer.GetProperty("extensions").GetProperty("cost").GetProperty("objects").GetInt32();

    private static int ObjectsIn(JsonElement of) =>
        of.ValueKind switch
        {
            JsonValueKind.Object => 1 + of.EnumerateObject().Sum(p => ObjectsIn(p.Value)),
            JsonValueKind.Array => of.EnumerateArray().Sum(ObjectsIn),
            _ => 0,
        };
}
