using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>Events ordered by how many people came, or are expected, where that may be unknown.</summary>
public sealed class EventOrderTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Query = """
        query (
          $order: [EventSortInput!]
          $where: EventFilterInput
          $first: Int
          $after: String
          $last: Int
          $before: String
        ) {
          events(order: $order, where: $where, first: $first, after: $after, last: $last, before: $before) {
            nodes { id attendance expectedReach }
            pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
          }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Events_of_unknown_attendance_come_last_in_both_directions(string provider)
    {
        var (server, one, two, _) = await ThreeAgencies.HasAsync(await servers.OnAsync(provider));

        Assert.Equal(
            "1000 99 99 40 7 - - - -",
            await ReadAsync(server.AsReviewer(), "attendance", "DESC", "attendance", one, two)
        );
        Assert.Equal(
            "7 40 99 99 1000 - - - -",
            await ReadAsync(server.AsReviewer(), "attendance", "ASC", "attendance", one, two)
        );
        Assert.Equal(
            "100 50 10 10 10 10 10 - -",
            await ReadAsync(server.AsReviewer(), "expectedReach", "DESC", "expectedReach", one, two)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Nobody_learns_from_an_order_what_they_may_not_read(string provider)
    {
        var (server, one, two, three) = await ThreeAgencies.HasAsync(await servers.OnAsync(provider));

        // Two reads its own events and the town hall that it holds with One; Three reads of none how many came.
        Assert.Equal(
            "99 40 7 - - - - - -",
            await ReadAsync(server.As(two), "attendance", "DESC", "attendance", one, two)
        );
        Assert.Equal(
            "7 40 99 - - - - - -",
            await ReadAsync(server.As(two), "attendance", "ASC", "attendance", one, two)
        );
        var unread = await ListAsync(
            server.As(three),
            [new { attendance = "DESC" }, new { startsOn = "ASC" }],
            one,
            two
        );
        var byDay = await ListAsync(server.As(three), [new { startsOn = "ASC" }], one, two);
        Assert.Equal(byDay.Select(e => e.Text("id")), unread.Select(e => e.Text("id")));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Children_are_ordered_by_attendance_page_by_page(string provider)
    {
        var (server, one, two, _) = await ThreeAgencies.HasAsync(await servers.OnAsync(provider));
        const string query = """
            query ($names: [String!], $after: String) {
              agencies(where: { abbreviation: { in: $names } }) {
                nodes {
                  events(first: 2, after: $after, order: [{ attendance: DESC }]) {
                    nodes { attendance }
                    pageInfo { endCursor }
                  }
                }
              }
            }
            """;

        string? after = null;
        var seen = new List<string>();
        for (var page = 0; page < 4; page++)
        {
            var events = (await server.As(one).AskAsync(query, new { names = new[] { one.Abbreviation }, after }))
                .GetProperty("agencies")
                .GetProperty("nodes")[0]
                .GetProperty("events");
            seen.AddRange(events.GetProperty("nodes").EnumerateArray().Select(e => Number(e, "attendance")));
            after = events.GetProperty("pageInfo").Text("endCursor");
        }

        Assert.Equal("1000 99 40 - - - -", string.Join(' ', seen));
        Assert.NotEqual(one.Id, two.Id);
    }

    // Page by page forwards, then backwards: the same list.
    private static async Task<string> ReadAsync(
        SignedInCaller caller,
        string key,
        string direction,
        string shown,
        params Agency[] agencies
    )
    {
        object[] order = [new Dictionary<string, string> { [key] = direction }];
        var all = await ListAsync(caller, order, agencies);
        var forwards = await PagesAsync(caller, order, isForward: true, agencies);
        var backwards = await PagesAsync(caller, order, isForward: false, agencies);
        var ids = all.Select(e => e.Text("id")).ToList();
        Assert.Equal(ids, forwards);
        Assert.Equal(ids, backwards);
        return string.Join(' ', all.Select(e => Number(e, shown)));
    }

    private static async Task<List<string?>> PagesAsync(
        SignedInCaller caller,
        object[] order,
        bool isForward,
        Agency[] agencies
    )
    {
        var seen = new List<string?>();
        string? place = null;
        do
        {
            var variables = new Dictionary<string, object?>
            {
                ["order"] = order,
                ["where"] = Of(agencies),
                [isForward ? "first" : "last"] = 2,
                [isForward ? "after" : "before"] = place,
            };
            var events = (await caller.AskAsync(Query, variables)).GetProperty("events");
            var ids = events.GetProperty("nodes").EnumerateArray().Select(e => e.Text("id"));
            seen.InsertRange(isForward ? seen.Count : 0, ids);
            var info = events.GetProperty("pageInfo");
            place = info.GetProperty(isForward ? "hasNextPage" : "hasPreviousPage").GetBoolean()
                ? info.Text(isForward ? "endCursor" : "startCursor")
                : null;
        } while (place is not null);

        return seen;
    }

    private static async Task<List<JsonElement>> ListAsync(
        SignedInCaller caller,
        object[] order,
        params Agency[] agencies
    ) =>
        [
            .. (await caller.AskAsync(Query, new { order, where = Of(agencies) }))
                .GetProperty("events")
                .GetProperty("nodes")
                .EnumerateArray(),
        ];

    private static object Of(Agency[] agencies) =>
        new { agency = new { abbreviation = new { @in = agencies.Select(a => a.Abbreviation) } } };

    private static string Number(JsonElement of, string name) =>
        of.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.ToString() : "-";
}
