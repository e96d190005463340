using System.Text.Json;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

/// <summary>What employees of a <see cref="HeardGovernment"/> find important, added up by hand.</summary>
public sealed class EmployeePrioritiesTests(HeardGovernments governments) : IClassFixture<HeardGovernments>
{
    private const string Figures =
        "people peopleNotSaid findings sources agencies actions withoutAction withoutOutcome";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Themes_of_barriers_and_ideas_are_ranked_without_customers_words(string provider)
    {
        var server = await governments.OnAsync(provider);

        var priorities = await AskAsync(server.AsReviewer());

        // Of those in Texas 60 count, who named waiting and paperwork.
        Assert.Equal(["1060 0 3 2 2 1 2 0"], new[] { priorities }.Lines(Figures.Split(' ')));
        Assert.Equal(
            ["WAITING 1060 0 2 2 2 1 1 0", "PAPERWORK 40 0 1 1 1 0 1 0"],
            Lines(priorities, "themes", "theme")
        );
        Assert.Equal(
            ["Phone 1000 0 1 1 1 1 0 0"],
            priorities.GetProperty("themes")[0].GetProperty("own").Lines(["theme.name", .. Figures.Split(' ')])
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Barriers_and_ideas_are_ranked_apart(string provider)
    {
        var server = await governments.OnAsync(provider);

        var apart = await AskAsync(server.AsReviewer(), "groupBy: ABOUT");
        var departments = await AskAsync(server.AsReviewer(), "groupBy: DEPARTMENT");
        var barriers = await AskAsync(server.AsReviewer(), "where: { about: { eq: EMPLOYEE_BARRIER } }");

        Assert.Equal(
            ["EMPLOYEE_IDEA 1000 0 1 1 1 1 0 0", "EMPLOYEE_BARRIER 60 0 2 1 1 0 2 0"],
            Lines(apart, "groups", "about")
        );
        Assert.Equal(
            ["WAITING 60 0 1 1 1 0 1 0", "PAPERWORK 40 0 1 1 1 0 1 0"],
            Lines(apart.GetProperty("groups")[1], "themes", "theme")
        );
        Assert.Equal(
            ["OTHER 1000 0 1 1 1 1 0 0", "DEPT 60 0 2 1 1 0 2 0"],
            Lines(departments, "groups", "department.abbreviation")
        );
        Assert.Equal(["WAITING 60 0 1 1 1 0 1 0", "PAPERWORK 40 0 1 1 1 0 1 0"], Lines(barriers, "themes", "theme"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_sees_what_its_own_employees_said(string provider)
    {
        var server = await governments.OnAsync(provider);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var other = await db.Agencies.AsNoTracking().SingleAsync(a => a.Abbreviation == "OTHER");

        var priorities = await AskAsync(server.As(other), "groupBy: DEPARTMENT");

        Assert.Equal(["OTHER 1000 0 1 1 1 1 0 0"], Lines(priorities, "groups", "department.abbreviation"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Themes_and_groups_take_three_statements_and_two_for_their_names(string provider)
    {
        var server = await governments.OnAsync(provider);
        server.Statements.Clear();

        await AskAsync(server.AsReviewer(), "groupBy: DEPARTMENT");

        Assert.Equal(5, server.Statements.All.Count);
    }

    [Theory]
    [InlineData("{ about: { eq: EMPLOYEE_BARRIER } }", true)]
    [InlineData("{ about: { in: [EMPLOYEE_IDEA, EMPLOYEE_BARRIER] }, theme: { neq: WAITING } }", true)]
    [InlineData("{ and: [{ about: { eq: EMPLOYEE_IDEA } }] }", true)]
    [InlineData("{ or: [{ about: { eq: EMPLOYEE_IDEA } }, { about: { eq: EMPLOYEE_BARRIER } }] }", true)]
    [InlineData("{ or: [{ about: { eq: EMPLOYEE_IDEA } }, { people: { gte: 6 } }] }", false)]
    [InlineData("{ about: { in: [EMPLOYEE_IDEA, SATISFACTION] } }", false)]
    [InlineData("{ about: { in: [] } }", false)]
    [InlineData("{ about: { nin: [EMPLOYEE_IDEA] } }", false)]
    public async Task To_ask_customers_priorities_only_for_employees_words_is_refused(string where, bool isRefused)
    {
        var server = await governments.OnAsync(TestDatabase.Sqlite);

        var answer = await server
            .AsReviewer()
            .SendAsync(
                $$"""{ customerPriorities(from: "1998-01-01", to: "1998-12-31", where: {{where}}) { findings } }"""
            );

        Assert.Equal(isRefused, answer.TryGetProperty("errors", out var errors));
        if (isRefused)
        {
            Assert.Equal("BAD_USER_INPUT", errors[0].GetProperty("extensions").Text("code"));
            Assert.Contains("employeePriorities", errors[0].Text("message"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task To_ask_only_for_customers_words_is_refused_and_the_public_is_asked_to_sign_in()
    {
        var server = await governments.OnAsync(TestDatabase.Sqlite);
        const string days = "from: \"1998-05-01\", to: \"1998-05-31\"";

        var refused = await server
            .AsReviewer()
            .SendAsync($"{{ employeePriorities({days}, where: {{ about: {{ eq: SATISFACTION }} }}) {{ findings }} }}");
        var hidden = await server.Public.SendAsync($"{{ employeePriorities({days}) {{ findings }} }}");

        Assert.Equal(["BAD_USER_INPUT", "UNAUTHENTICATED"], new[] { refused, hidden }.Select(Code));
        Assert.Contains(
            "Ask `customerPriorities`.",
            refused.GetProperty("errors")[0].Text("message"),
            StringComparison.Ordinal
        );

        static string? Code(JsonElement answer) =>
            answer.GetProperty("errors")[0].GetProperty("extensions").Text("code");
    }

    private static async Task<JsonElement> AskAsync(SignedInCaller caller, string argument = "groupBy: null") =>
        (
            await caller.AskAsync(
                $$"""
                {
                  employeePriorities(from: "1998-05-01", to: "1998-05-31", {{argument}}) {
                    {{Figures}} themes { theme {{Figures}} own { theme { name } {{Figures}} } }
                    groups { department { abbreviation } about {{Figures}} themes { theme {{Figures}} } }
                  }
                }
                """
            )
        ).GetProperty("employeePriorities");

    private static IReadOnlyList<string> Lines(JsonElement of, string list, string name) =>
        of.GetProperty(list).Lines([name, .. Figures.Split(' ')]);
}
