using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>Events are counted as they are listed, for everybody.</summary>
public sealed class EventCountsTests(SampleServers servers) : IClassFixture<SampleServers>
{
    private const string Counted = """
        query ($where: EventFilterInput) { eventCounts(where: $where) {
          total national virtual
          byState { state events } byMonth { month events } byMedium { medium events }
          byFormat { format events } byStatus { status events }
        } }
        """;

    public static TheoryData<string, string> Conditions
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (
                var where in new[]
                {
                    """{ "startsOn": { "gte": "1998-10-01", "lte": "1998-11-30" } }""",
                    """{ "agency": { "abbreviation": { "eq": "SSA" } } }""",
                    """{ "hosts": { "some": { "abbreviation": { "eq": "HCFA" } } } }""",
                    """{ "status": { "in": ["UNCONFIRMED", "POSTPONED"] } }""",
                    """
                        {
                          "or": [{ "state": { "eq": "CA" } }, { "placeKind": { "eq": "VIRTUAL" } }],
                          "endsOn": { "lt": "1998-06-01" }
                        }
                        """,
                }
            )
            {
                foreach (var provider in new[] { TestDatabase.Sqlite, TestDatabase.PostgreSql })
                    data.Add(where, provider);
            }

            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Conditions))]
    public async Task The_counts_are_those_of_the_list_under_the_same_conditions(string where, string provider)
    {
        var npr = await servers.OnAsync(provider);
        var conditions = JsonDocument.Parse(where).RootElement;
        foreach (var server in new[] { npr, npr.Public })
        {
            var listed = await ListedAsync(server, conditions);

            var counts = (await server.AskAsync(Counted, new { where = conditions })).GetProperty("eventCounts");

            Assert.NotEmpty(listed);
            Assert.Equal(listed.Count, counts.GetProperty("total").GetInt32());
            Assert.Equal(
                listed.Count(e => e.Text("placeKind") == "NATIONAL"),
                counts.GetProperty("national").GetInt32()
            );
            Assert.Equal(listed.Count(e => e.Text("placeKind") == "VIRTUAL"), counts.GetProperty("virtual").GetInt32());
            Assert.Equal(By(listed, e => e.Text("state")), By(counts, "byState", "state"));
            Assert.Equal(By(listed, e => e.Text("startsOn")![..7]), By(counts, "byMonth", "month"));
            Assert.Equal(By(listed, e => e.Text("medium")), By(counts, "byMedium", "medium"));
            Assert.Equal(By(listed, e => e.Text("format")), By(counts, "byFormat", "format"));
            Assert.Equal(By(listed, e => e.Text("status")), By(counts, "byStatus", "status"));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_days_of_a_month_count_what_starts_on_them(string provider)
    {
        var server = await servers.OnAsync(provider);
        var november = JsonSerializer.SerializeToElement(
            new { startsOn = new { gte = "1998-11-01", lte = "1998-11-30" } }
        );
        const string days = "query ($where: EventFilterInput) { eventCounts(where: $where) { byDay { day events } } }";

        var counts = (await server.AskAsync(days, new { where = november })).GetProperty("eventCounts");
        var refused = await server.SendAsync(days);

        Assert.Equal(By(await ListedAsync(server, november), e => e.Text("startsOn")), By(counts, "byDay", "day"));
        Assert.Equal("LIMIT_EXCEEDED", refused.GetProperty("errors")[0].GetProperty("extensions").Text("code"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Only_what_is_selected_is_counted(string provider)
    {
        var server = await servers.OnAsync(provider);

        Assert.Equal(1, await StatementsAsync("total byState { events }"));
        Assert.Equal(1, await StatementsAsync("byMonth { events }"));
        Assert.Equal(1, await StatementsAsync("byMedium { events } byFormat { events }"));
        Assert.Equal(0, await StatementsAsync("dataAsOf"));
        Assert.Equal(4, await StatementsAsync("total byMonth { events } byFormat { events } byStatus { events }"));

        async Task<int> StatementsAsync(string selection)
        {
            server.Statements.Clear();
            await server.AskAsync($"{{ eventCounts {{ {selection} }} }}");
            return server.Statements.All.Count;
        }
    }

    [Fact]
    public async Task The_public_reads_the_counts_within_its_limit()
    {
        var server = (await servers.OnAsync(TestDatabase.Sqlite)).Public;

        var answer = await server.SendAsync(Counted);

        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(
            1 + 56 + 120 + 5 + 25 + 5,
            answer.GetProperty("extensions").GetProperty("cost").GetProperty("objects").GetInt32()
        );
    }

    private static async Task<List<JsonElement>> ListedAsync(CwaServer server, JsonElement where)
    {
        var events = new List<JsonElement>();
        for (string? after = null; ; )
        {
            var page = (
                await server.AskAsync(
                    "query ($where: EventFilterInput, $after: String) { "
                        + "events(first: 100, after: $after, where: $where) { "
                        + "nodes { placeKind state startsOn medium format status } "
                        + "pageInfo { hasNextPage endCursor } } }",
                    new { where, after }
                )
            ).GetProperty("events");
            events.AddRange(page.GetProperty("nodes").EnumerateArray());
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
                return events;
            after = page.GetProperty("pageInfo").Text("endCursor");
        }
    }

    private static IEnumerable<string> By(IEnumerable<JsonElement> events, Func<JsonElement, string?> key) =>
        events.Where(e => key(e) is not null).GroupBy(key).Select(g => $"{g.Key} {g.Count()}").Order();

    private static IEnumerable<string> By(JsonElement counts, string list, string key) =>
        counts
            .GetProperty(list)
            .EnumerateArray()
            .Select(c => $"{c.Text(key)} {c.GetProperty("events").GetInt32()}")
            .Order();
}
