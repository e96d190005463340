using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>What <see cref="ThreeAgencies"/> reached from April to June 1998, added up by hand.</summary>
public sealed class ReachTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Figures =
        "events held planned unconfirmed customersMet customersMetCounted customersMetEstimated "
        + "heldWithoutAttendance expectedReach";

    private const string Coverage =
        "coverage { agencies customersLiving customersLivingReached livingShare customersWorking "
        + "customersWorkingReached workingShare }";

    private const string Query = $$"""
        query ($where: AgencyFilterInput) {
          reach(from: "1998-04-01", to: "1998-06-30", where: $where) {
            {{Figures}}
            national { {{Figures}} }
            virtual { {{Figures}} }
            byState { state customersMet events }
            byMedium { medium customersMet events }
            byFormat { format customersMet events }
            byLanguage { language events }
            mediaUsed
            {{Coverage}}
            unreached { state customersLiving customersWorking agencyCount
              agencies { agency { abbreviation } customersLiving customersWorking } }
            byAgency { agency { abbreviation } {{Figures}} customersMetPer1000 mediaUsed {{Coverage}} }
          }
        }
        """;

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_joint_event_counts_once_and_only_held_events_reach_customers(string provider)
    {
        var (server, one, two, three) = await ThreeAgencies.HasAsync(await servers.OnAsync(provider));

        var reach = await ReachAsync(server.AsReviewer(), one, two, three);

        // Held: the town hall, the hotline, the broadcast and the chat; unconfirmed: the letters. 40 + 7 counted; 50 +
        // 100 + 10 expected.
        Assert.Equal([5, 4, 0, 1, 1047, 47, 1000, 1, 160], Numbers(reach));
        Assert.Equal([1, 1, 0, 0, 1000, 0, 1000, 0, 0], Numbers(reach.GetProperty("national")));
        Assert.Equal([1, 1, 0, 0, 7, 7, 0, 0, 0], Numbers(reach.GetProperty("virtual")));
        Assert.Equal(["CA 40 1", "NY 0 1", "TX 0 1"], Rows(reach, "byState", "state", "customersMet", "events"));
        Assert.Equal(
            ["FACE_TO_FACE 40 1", "WRITTEN 0 1", "TELEPHONE 0 1", "ELECTRONIC 1007 2"],
            Rows(reach, "byMedium", "medium", "customersMet", "events")
        );
        Assert.Equal(
            ["RADIO_CALL_IN 1000 1", "TOWN_HALL 40 1", "ONLINE_CHAT 7 1", "HOTLINE 0 1", "MAIL 0 1"],
            Rows(reach, "byFormat", "format", "customersMet", "events")
        );
        Assert.Equal(["en 4", " 1", "es 1"], Rows(reach, "byLanguage", "language", "events"));
        Assert.Equal(
            ["FACE_TO_FACE", "TELEPHONE", "ELECTRONIC"],
            reach.GetProperty("mediaUsed").EnumerateArray().Select(m => m.GetString())
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_state_is_covered_where_the_agency_held_an_event_and_unreached_elsewhere(string provider)
    {
        var (server, one, two, three) = await ThreeAgencies.HasAsync(await servers.OnAsync(provider));

        var reach = await ReachAsync(server.AsReviewer(), one, two, three);

        // One reached California and Texas: 900 of 1,000 living, 800 of 1,000 working. Two reached California alone,
        // where none of its 500 are.
        Assert.Equal("2 1500 900 0.6 1500 800 0.5333", Text(reach.GetProperty("coverage")));
        Assert.Equal(
            ["TX 500 500 1", "NY 100 200 1"],
            Rows(reach, "unreached", "state", "customersLiving", "customersWorking", "agencyCount")
        );
        Assert.Equal(
            [two.Abbreviation, one.Abbreviation],
            reach
                .GetProperty("unreached")
                .EnumerateArray()
                .Select(u => u.GetProperty("agencies")[0].GetProperty("agency").Text("abbreviation"))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Each_agency_counts_the_events_that_it_holds_alone_or_with_others(string provider)
    {
        var (server, one, two, three) = await ThreeAgencies.HasAsync(await servers.OnAsync(provider));

        var agencies = (await ReachAsync(server.AsReviewer(), one, two, three))
            .GetProperty("byAgency")
            .EnumerateArray()
            .ToList();

        Assert.Equal(
            [one.Abbreviation, two.Abbreviation, three.Abbreviation],
            agencies.Select(a => a.GetProperty("agency").Text("abbreviation"))
        );
        Assert.Equal([4, 3, 0, 1, 1040, 40, 1000, 1, 160], Numbers(agencies[0]));
        Assert.Equal([2, 2, 0, 0, 47, 47, 0, 0, 50], Numbers(agencies[1]));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0], Numbers(agencies[2]));
        // 1,040 of 2,000 customers; Two and Three have not said how many they serve.
        Assert.Equal(
            [520, null, null],
            agencies.Select(a =>
                a.GetProperty("customersMetPer1000") is { ValueKind: JsonValueKind.Number } n
                    ? n.GetDouble()
                    : (double?)null
            )
        );
        Assert.Equal([3, 2, 0], agencies.Select(a => a.GetProperty("mediaUsed").GetArrayLength()));
        Assert.Equal("1 1000 900 0.9 1000 800 0.8", Text(agencies[0].GetProperty("coverage")));
        Assert.Equal("1 500 0 0 500 0 0", Text(agencies[1].GetProperty("coverage")));
        Assert.Equal(JsonValueKind.Null, agencies[2].GetProperty("coverage").ValueKind);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_reads_only_its_own_reach(string provider)
    {
        var (server, one, two, three) = await ThreeAgencies.HasAsync(await servers.OnAsync(provider));
        const string query = """
            query ($where: AgencyFilterInput) {
              agencies(where: $where, order: [{ abbreviation: ASC }]) {
                nodes { abbreviation reach(from: "1998-04-01", to: "1998-06-30") { customersMet events dataAsOf } } }
            }
            """;
        var where = new
        {
            abbreviation = new { @in = new[] { one.Abbreviation, two.Abbreviation, three.Abbreviation } },
        };

        var whole = await ReachAsync(server.As(two), one, two, three);
        var nodes = (await server.As(two).AskAsync(query, new { where }))
            .GetProperty("agencies")
            .GetProperty("nodes")
            .EnumerateArray()
            .ToList();

        // The town hall that it holds with One, and its chat.
        Assert.Equal([2, 2, 0, 0, 47, 47, 0, 0, 50], Numbers(whole));
        Assert.Equal(
            [two.Abbreviation],
            whole.GetProperty("byAgency").EnumerateArray().Select(a => a.GetProperty("agency").Text("abbreviation"))
        );
        Assert.Equal(
            ["TX 500 500 1"],
            Rows(whole, "unreached", "state", "customersLiving", "customersWorking", "agencyCount")
        );
        var reach = nodes.ToDictionary(n => n.Text("abbreviation")!, n => n.GetProperty("reach"));
        Assert.Equal(
            (JsonValueKind.Null, 47, JsonValueKind.Null),
            (
                reach[one.Abbreviation].ValueKind,
                reach[two.Abbreviation].GetProperty("customersMet").GetInt32(),
                reach[three.Abbreviation].ValueKind
            )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Everything_about_reach_takes_five_statements_and_one_for_the_agencies(string provider)
    {
        var (server, one, two, three) = await ThreeAgencies.HasAsync(await servers.OnAsync(provider));
        server.Statements.Clear();

        await ReachAsync(server.AsReviewer(), one, two, three);
        var all = server.Statements.All.Count(s => s.Contains("SELECT", StringComparison.Ordinal));
        server.Statements.Clear();
        await server.AsReviewer().AskAsync("{ reach(from: \"1998-04-01\", to: \"1998-06-30\") { customersMet } }");

        Assert.Equal((6, 1), (all, server.Statements.All.Count));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_reach_of_many_agencies_takes_three_statements(string provider)
    {
        var (server, _, _, _) = await ThreeAgencies.HasAsync(await servers.OnAsync(provider));
        var reviewer = server.AsReviewer();
        server.Statements.Clear();

        await reviewer.AskAsync(
            "{ agencies(first: 100) { nodes { reach(from: \"1998-04-01\", to: \"1998-06-30\") { customersMet } } } }"
        );

        Assert.Equal(4, server.Statements.All.Count);
    }

    [Fact]
    public async Task Days_that_are_reversed_are_refused_and_the_public_is_asked_to_sign_in()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var open = server.Public;

        var reversed = await server
            .AsReviewer()
            .SendAsync("{ reach(from: \"1998-07-01\", to: \"1998-06-30\") { events } }");
        var hidden = await open.SendAsync(
            "{ agencies { nodes { reach(from: \"1998-04-01\", to: \"1998-06-30\") { events } } } }"
        );
        var whole = await open.SendAsync("{ reach(from: \"1998-04-01\", to: \"1998-06-30\") { events } }");

        Assert.Equal(
            ["BAD_USER_INPUT", "UNAUTHENTICATED", "UNAUTHENTICATED"],
            new[] { reversed, hidden, whole }.Select(Code)
        );

        static string? Code(JsonElement answer) =>
            answer.GetProperty("errors")[0].GetProperty("extensions").Text("code");
    }

    private static async Task<JsonElement> ReachAsync(SignedInCaller caller, params Agency[] agencies) =>
        (
            await caller.AskAsync(
                Query,
                new { where = new { abbreviation = new { @in = agencies.Select(a => a.Abbreviation) } } }
            )
        ).GetProperty("reach");

    private static long[] Numbers(JsonElement figures) =>
        [.. Figures.Split(' ').Select(name => figures.GetProperty(name).GetInt64())];

    private static List<string> Rows(JsonElement reach, string list, params string[] columns) =>
        [
            .. reach
                .GetProperty(list)
                .EnumerateArray()
                .Select(row => string.Join(' ', columns.Select(c => row.GetProperty(c).ToString()))),
        ];

    private static string Text(JsonElement coverage) =>
        string.Join(
            ' ',
            coverage
                .EnumerateObject()
                .Select(p =>
                    p.Value.ValueKind == JsonValueKind.Null
                        ? "–"
                        : p.Value.GetDouble().ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)
                )
        );
}
