using System.Text.Json;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

/// <summary>Agencies' own themes below the common ones in a <see cref="HeardGovernment"/>, added up by hand.</summary>
public sealed class OwnPriorityTests(HeardGovernments governments) : IClassFixture<HeardGovernments>
{
    private const string Figures =
        "people peopleNotSaid findings sources agencies actions withoutAction withoutOutcome";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Own_themes_stand_below_their_common_theme_and_count_nobody_twice(string provider)
    {
        var server = await governments.OnAsync(provider);

        var priorities = await AskAsync(server.AsReviewer());

        // In Texas 30 waited: BUR heard them at the counter, OTHER heard 25 of them by phone. Together they are 30, not
        // 55. BUR's two findings of the counter come from the same town hall. Nobody spoke of parking.
        Assert.Equal(
            ["PLAIN_LANGUAGE 100", "COURTESY 35", "WAITING 30", "- 7"],
            priorities.GetProperty("themes").Lines("theme", "people")
        );
        Assert.Equal(
            ["WAITING: Counter 30 0 2 1 1 1 1 0", "WAITING: Phone 25 1 2 2 1 1 1 1"],
            Own(priorities.GetProperty("themes"))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task In_each_group_own_themes_have_what_was_said_there(string provider)
    {
        var server = await governments.OnAsync(provider);

        var states = (await AskAsync(server.AsReviewer(), "STATE", first: 2)).GetProperty("groups");
        var departments = (await AskAsync(server.AsReviewer(), "DEPARTMENT", first: 1)).GetProperty("groups");
        var customers = (await AskAsync(server.AsReviewer(), "CUSTOMER_GROUP")).GetProperty("groups");

        Assert.Equal(["TX", "CA", "-"], states.Lines("state"));
        Assert.Equal(["WAITING: Counter 30 0 2 1 1 1 1 0", "WAITING: Phone 25 0 1 1 1 1 0 1"], OwnIn(states[0]));
        Assert.Equal(["WAITING: Phone 0 1 1 1 1 0 1 0"], OwnIn(states[1]));
        Assert.Empty(OwnIn(states[2]));
        Assert.Equal(["WAITING: Counter 30 0 2 1 1 1 1 0"], OwnIn(departments[0]));
        Assert.Equal(["WAITING: Phone 25 1 2 2 1 1 1 1"], OwnIn(departments[1]));
        Assert.Equal(["BENEFICIARIES", "VETERANS", "-"], customers.Lines("customerGroup"));
        Assert.Equal(["WAITING: Counter 20 0 1 1 1 0 1 0"], OwnIn(customers[0]));
        Assert.Equal(["WAITING: Counter 30 0 1 1 1 1 0 0", "WAITING: Phone 25 0 1 1 1 1 0 1"], OwnIn(customers[1]));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_sees_its_own_and_a_condition_chooses_one(string provider)
    {
        var server = await governments.OnAsync(provider);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var other = await db.Agencies.AsNoTracking().SingleAsync(a => a.Abbreviation == "OTHER");

        var own = await AskAsync(server.As(other));
        var chosen = await AskAsync(
            server.AsReviewer(),
            where: new { ownTheme = new { name = new { eq = "counter" } } }
        );

        Assert.Equal(["WAITING: Phone 25 1 2 2 1 1 1 1"], Own(own.GetProperty("themes")));
        Assert.Equal(["WAITING 30"], chosen.GetProperty("themes").Lines("theme", "people"));
        Assert.Equal(["WAITING: Counter 30 0 2 1 1 1 1 0"], Own(chosen.GetProperty("themes")));
    }

    [Theory]
    [InlineData(1, "Counter")]
    [InlineData(2, "Counter Phone")]
    [InlineData(100, "Counter Phone")]
    public async Task As_many_are_listed_as_are_asked_for(int first, string names)
    {
        var server = await governments.OnAsync(TestDatabase.Sqlite);

        var waiting = (await AskAsync(server.AsReviewer(), first: first)).GetProperty("themes")[2];

        Assert.Equal(names, string.Join(' ', waiting.GetProperty("own").Lines("theme.name")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task From_1_to_100_can_be_asked_for(int first)
    {
        var server = await governments.OnAsync(TestDatabase.Sqlite);

        var answer = await server
            .AsReviewer()
            .SendAsync(
                $$"""
                {
                  customerPriorities(from: "1998-05-01", to: "1998-05-31") {
                    themes { own(first: {{first}}) { people } }
                  }
                }
                """
            );

        Assert.Equal("INVALID_PAGE_SIZE", answer.GetProperty("errors")[0].GetProperty("extensions").Text("code"));
    }

    [SkippableTheory]
    [InlineData(null, 3, TestDatabase.Sqlite)]
    [InlineData(null, 3, TestDatabase.PostgreSql)]
    [InlineData("DEPARTMENT", 5, TestDatabase.Sqlite)]
    [InlineData("DEPARTMENT", 5, TestDatabase.PostgreSql)]
    public async Task Own_themes_take_one_statement_more_for_their_names(
        string? groupBy,
        int statements,
        string provider
    )
    {
        var server = await governments.OnAsync(provider);
        server.Statements.Clear();

        await AskAsync(server.AsReviewer(), groupBy, first: 1);

        Assert.Equal(statements, server.Statements.All.Count);
    }

    private static async Task<JsonElement> AskAsync(
        SignedInCaller caller,
        string? groupBy = null,
        object? where = null,
        int first = 3
    )
    {
        const string Themes = "themes { theme people own(first: $first) { theme { name } " + Figures + " } }";
        var data = await caller.AskAsync(
            $$"""
            query ($groupBy: PriorityGrouping, $where: FindingFilterInput, $first: Int!) {
              customerPriorities(from: "1998-05-01", to: "1998-05-31", groupBy: $groupBy, where: $where) {
                {{Themes}} groups { department { abbreviation } state customerGroup {{Themes}} }
              }
            }
            """,
            new
            {
                groupBy,
                where,
                first,
            }
        );
        return data.GetProperty("customerPriorities");
    }

    private static IReadOnlyList<string> OwnIn(JsonElement group) => Own(group.GetProperty("themes"));

    private static IReadOnlyList<string> Own(JsonElement themes) =>
        [
            .. themes
                .EnumerateArray()
                .SelectMany(t =>
                    t.GetProperty("own")
                        .Lines(["theme.name", .. Figures.Split(' ')])
                        .Select(line => $"{t.Text("theme")}: {line}")
                ),
        ];
}
