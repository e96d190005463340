using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>Findings ordered by how many people said so, where that may be unknown.</summary>
public sealed class FindingOrderTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Query = """
        query (
          $agency: String!
          $order: [FindingSortInput!]!
          $first: Int
          $after: String
          $last: Int
          $before: String
        ) {
          findings(
            where: { agency: { abbreviation: { eq: $agency } } }
            order: $order
            first: $first
            after: $after
            last: $last
            before: $before
          ) {
            nodes { text people }
            pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
          }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Those_of_an_unknown_number_of_people_come_last_in_both_directions(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await HeardAsync(server, 5, null, 300, 0, null, 5);

        Assert.Equal("300 5 5 0 - -", await ReadAsync(server, agency, "DESC"));
        Assert.Equal("0 5 5 300 - -", await ReadAsync(server, agency, "ASC"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_equally_many_the_next_key_decides(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await HeardAsync(server, 5, null, 5, null);

        var nodes = (await ListAsync(server, agency, new { people = "DESC" }, new { foundOn = "DESC" }))
            .GetProperty("nodes")
            .Lines("text");

        Assert.Equal(["Finding 2", "Finding 0", "Finding 3", "Finding 1"], nodes);
    }

    private static async Task<Agency> HeardAsync(CwaServer server, params long?[] people)
    {
        var agency = await server.HasAgencyAsync();
        var program = new Cwa.Model.Program(agency.Id, "Open Door", "Anybody sees a manager.", new(1998, 3, 16));
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        db.Add(program);
        foreach (var (i, many) in people.Index())
            db.Add(
                new Finding(
                    agency.Id,
                    FindingAbout.Satisfaction,
                    $"Finding {i}",
                    new(1998, 4, 1 + i),
                    eventId: null,
                    surveyId: null,
                    programId: program.Id,
                    people: many
                )
            );
        await db.SaveChangesAsync();
        return agency;
    }

    // At once, then page by page forwards and backwards: the same list.
    private static async Task<string> ReadAsync(CwaServer server, Agency agency, string direction)
    {
        var order = new { people = direction };
        var all = (await ListAsync(server, agency, order)).GetProperty("nodes").Lines("text", "people");
        Assert.Equal(all, await PagesAsync(server, agency, order, isForward: true));
        Assert.Equal(all, await PagesAsync(server, agency, order, isForward: false));
        return string.Join(' ', all.Select(line => line.Split(' ')[^1]));
    }

    private static async Task<List<string>> PagesAsync(CwaServer server, Agency agency, object order, bool isForward)
    {
        List<string> seen = [];
        string? cursor = null;
        JsonElement page;
        do
        {
            page = await AskAsync(
                server,
                agency,
                isForward
                    ? new
                    {
                        agency = agency.Abbreviation,
                        order,
                        first = 2,
                        after = cursor,
                    }
                    : new
                    {
                        agency = agency.Abbreviation,
                        order,
                        last = 2,
                        before = cursor,
                    }
            );
            var lines = page.GetProperty("nodes").Lines("text", "people");
            seen.InsertRange(isForward ? seen.Count : 0, lines);
            cursor = page.GetProperty("pageInfo").Text(isForward ? "endCursor" : "startCursor");
        } while (page.GetProperty("pageInfo").GetProperty(isForward ? "hasNextPage" : "hasPreviousPage").GetBoolean());
        return seen;
    }

    private static Task<JsonElement> ListAsync(CwaServer server, Agency agency, params object[] order) =>
        AskAsync(
            server,
            agency,
            new
            {
                agency = agency.Abbreviation,
                order,
                first = 100,
            }
        );

    private static async Task<JsonElement> AskAsync(CwaServer server, Agency agency, object variables) =>
        (await server.As(agency).AskAsync(Query, variables)).GetProperty("findings");
}
