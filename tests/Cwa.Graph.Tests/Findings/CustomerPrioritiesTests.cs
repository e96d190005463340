using System.Text.Json;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

/// <summary>What is most important to the customers of a <see cref="HeardGovernment"/>, added up by hand.</summary>
public sealed class CustomerPrioritiesTests(HeardGovernments governments) : IClassFixture<HeardGovernments>
{
    // Of the town hall in Texas 30 people count, of that in California 7, of the survey 100, of the program 5.
    private const string All = "142 1 8 4 2 4 5 2";

    private static readonly string[] Figures =
    [
        "people",
        "peopleNotSaid",
        "findings",
        "sources",
        "agencies",
        "actions",
        "withoutAction",
        "withoutOutcome",
    ];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Themes_are_ranked_by_the_people_who_named_them(string provider)
    {
        var server = await governments.OnAsync(provider);

        var priorities = await AskAsync(server.AsReviewer());

        Assert.Equal([All], new[] { priorities }.Lines(Figures));
        // In Texas three findings are about waiting. The most people of one of them are 30.
        Assert.Equal(
            [
                "PLAIN_LANGUAGE 100 0 1 1 1 2 0 1",
                "COURTESY 35 0 2 2 2 0 2 0",
                "WAITING 30 1 4 2 2 2 2 1",
                "- 7 0 1 1 1 0 1 0",
            ],
            Themes(priorities)
        );
        Assert.Empty(priorities.GetProperty("groups").EnumerateArray());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Departments_that_heard_the_same_people_do_not_add_up(string provider)
    {
        var server = await governments.OnAsync(provider);

        var priorities = await AskAsync(server.AsReviewer(), "DEPARTMENT");

        // Of the 30 in Texas OTHER heard 25, so that 130 and 37 are more than 142.
        Assert.Equal(["DEPT - - 130 0 4 2 1 3 2 1", "OTHER - - 37 1 4 3 1 1 3 1"], Groups(priorities));
        Assert.Equal([All], new[] { priorities }.Lines(Figures));
        // As many people named waiting as courtesy; waiting has more findings.
        Assert.Equal(
            ["PLAIN_LANGUAGE 100 0 1 1 1 2 0 1", "WAITING 30 0 2 1 1 1 1 0", "COURTESY 30 0 1 1 1 0 1 0"],
            Themes(priorities.GetProperty("groups")[0])
        );
        Assert.Equal(
            ["WAITING 25 1 2 2 1 1 1 1", "COURTESY 5 0 1 1 1 0 1 0", "- 7 0 1 1 1 0 1 0"],
            Themes(priorities.GetProperty("groups")[1])
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_state_is_where_the_event_was_and_the_rest_comes_last(string provider)
    {
        var server = await governments.OnAsync(provider);

        var priorities = await AskAsync(server.AsReviewer(), "STATE");

        Assert.Equal(
            ["- TX - 30 0 4 1 2 2 2 1", "- CA - 7 1 2 1 1 0 2 0", "- - - 105 0 2 2 2 2 1 1"],
            Groups(priorities)
        );
        Assert.Equal(
            ["WAITING 30 0 3 1 2 2 1 1", "COURTESY 30 0 1 1 1 0 1 0"],
            Themes(priorities.GetProperty("groups")[0])
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Each_group_of_customers_has_the_people_whom_its_findings_name(string provider)
    {
        var server = await governments.OnAsync(provider);

        var priorities = await AskAsync(server.AsReviewer(), "CUSTOMER_GROUP");

        Assert.Equal(
            ["- - BENEFICIARIES 120 0 2 2 1 2 1 1", "- - VETERANS 35 0 4 2 2 2 2 1", "- - - 7 1 2 1 1 0 2 0"],
            Groups(priorities)
        );
        Assert.Equal(
            ["COURTESY 35 0 2 2 2 0 2 0", "WAITING 30 0 2 1 2 2 0 1"],
            Themes(priorities.GetProperty("groups")[1])
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Wishes_and_satisfaction_are_ranked_apart(string provider)
    {
        var server = await governments.OnAsync(provider);

        var groups = (await AskAsync(server.AsReviewer(), "ABOUT")).GetProperty("groups");

        Assert.Equal(
            ["WANTED_SERVICES 100 0 1 1 1 2 0 1", "SATISFACTION 37 1 6 2 2 2 4 1", "QUALITY_WANTED 5 0 1 1 1 0 1 0"],
            groups.Lines(["about", .. Figures])
        );
        Assert.Equal(["PLAIN_LANGUAGE 100 0 1 1 1 2 0 1"], Themes(groups[0]));
        // As many people named waiting as courtesy; waiting has more findings.
        Assert.Equal(["WAITING 30 1 4 2 2 2 2 1", "COURTESY 30 0 1 1 1 0 1 0", "- 7 0 1 1 1 0 1 0"], Themes(groups[1]));
        Assert.Equal(["COURTESY 5 0 1 1 1 0 1 0"], Themes(groups[2]));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_sees_what_it_heard_itself(string provider)
    {
        var server = await governments.OnAsync(provider);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var other = await db.Agencies.AsNoTracking().SingleAsync(a => a.Abbreviation == "OTHER");

        var priorities = await AskAsync(server.As(other), "DEPARTMENT");

        Assert.Equal(["37 1 4 3 1 1 3 1"], new[] { priorities }.Lines(Figures));
        Assert.Equal(["OTHER - - 37 1 4 3 1 1 3 1"], Groups(priorities));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Conditions_choose_findings_and_an_empty_period_has_none(string provider)
    {
        var server = await governments.OnAsync(provider);
        var npr = server.AsReviewer();

        var ofVeterans = await AskAsync(
            npr,
            "DEPARTMENT",
            where: new { customerGroup = new { eq = "VETERANS" }, people = new { gte = 6 } }
        );
        var inWords = await AskAsync(npr, where: new { text = "LETTERS first" });
        var before = await AskAsync(npr, "STATE", from: "1998-04-01", to: "1998-04-30");
        var uncounted = await AskAsync(npr, where: new { people = new { eq = (int?)null } });

        Assert.Equal(["30 0 3 1 2 2 1 1"], new[] { ofVeterans }.Lines(Figures));
        Assert.Equal(["DEPT - - 30 0 2 1 1 1 1 0", "OTHER - - 25 0 1 1 1 1 0 1"], Groups(ofVeterans));
        Assert.Equal(["PLAIN_LANGUAGE 100 0 1 1 1 2 0 1"], Themes(inWords));
        Assert.Equal(["0 1 1 1 1 0 1 0"], new[] { uncounted }.Lines(Figures));
        Assert.Equal(["0 0 0 0 0 0 0 0"], new[] { before }.Lines(Figures));
        Assert.Empty(Themes(before));
        Assert.Empty(Groups(before));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Findings_are_found_by_their_words(string provider)
    {
        var server = await governments.OnAsync(provider);

        var data = await server
            .AsReviewer()
            .AskAsync("""{ findings(where: { text: "YOUR name" }) { nodes { text program { name } } } }""");

        Assert.Equal(
            ["Say your name. Open Door"],
            data.GetProperty("findings").GetProperty("nodes").Lines("text", "program.name")
        );
    }

    [SkippableTheory]
    [InlineData(null, 2, TestDatabase.Sqlite)]
    [InlineData(null, 2, TestDatabase.PostgreSql)]
    [InlineData("DEPARTMENT", 4, TestDatabase.Sqlite)]
    [InlineData("DEPARTMENT", 4, TestDatabase.PostgreSql)]
    public async Task However_many_findings_there_are_it_takes_few_statements(
        string? groupBy,
        int statements,
        string provider
    )
    {
        var server = await governments.OnAsync(provider);
        server.Statements.Clear();

        await AskAsync(server.AsReviewer(), groupBy);

        Assert.Equal(statements, server.Statements.All.Count);
    }

    private static async Task<JsonElement> AskAsync(
        SignedInCaller caller,
        string? groupBy = null,
        object? where = null,
        string from = "1998-05-01",
        string to = "1998-05-31"
    )
    {
        var figures = string.Join(' ', Figures);
        var data = await caller.AskAsync(
            $$"""
            query ($from: Date!, $to: Date!, $groupBy: PriorityGrouping, $where: FindingFilterInput) {
              customerPriorities(from: $from, to: $to, groupBy: $groupBy, where: $where) {
                dataAsOf {{figures}} themes { theme {{figures}} }
                groups {
                  department { abbreviation } state customerGroup about {{figures}} themes { theme {{figures}} }
                }
              }
            }
            """,
            new
            {
                from,
                to,
                groupBy,
                where,
            }
        );
        return data.GetProperty("customerPriorities");
    }

    private static IReadOnlyList<string> Themes(JsonElement of) =>
        of.GetProperty("themes").Lines(["theme", .. Figures]);

    private static IReadOnlyList<string> Groups(JsonElement of) =>
        of.GetProperty("groups").Lines(["department.abbreviation", "state", "customerGroup", .. Figures]);
}
