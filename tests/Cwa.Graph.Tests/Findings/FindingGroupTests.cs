using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

/// <summary>What came of the findings of each group in a <see cref="HeardGovernment"/>, counted by hand.</summary>
/// <remarks>Each first action came after 7 days, each outcome 9 days later.</remarks>
public sealed class FindingGroupTests(HeardGovernments governments) : IClassFixture<HeardGovernments>
{
    private const string Figures =
        "findings withAction withoutAction withOutcome actions actionsWithoutOutcome oldestWithoutActionOn "
        + "medianDaysToAction medianDaysToOutcome";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_theme_and_every_question_has_its_own_progress(string provider)
    {
        var server = await governments.OnAsync(provider);

        // Of waiting, four customers' findings and two of employees tell.
        Assert.Equal(
            [
                "WAITING 6 3 3 2 3 1 1998-05-20 7 9",
                "COURTESY 2 0 2 0 0 0 1998-05-20 - -",
                "PAPERWORK 1 0 1 0 0 0 1998-05-20 - -",
                "PLAIN_LANGUAGE 1 1 0 0 2 2 - 7 -",
                "- 1 0 1 0 0 0 1998-05-20 - -",
            ],
            await GroupsAsync(server.AsReviewer(), "THEME", "theme")
        );
        Assert.Equal(
            [
                "SATISFACTION 6 2 4 1 2 1 1998-05-20 7 9",
                "EMPLOYEE_BARRIER 2 0 2 0 0 0 1998-05-20 - -",
                "QUALITY_WANTED 1 0 1 0 0 0 1998-05-20 - -",
                "WANTED_SERVICES 1 1 0 0 2 2 - 7 -",
                "EMPLOYEE_IDEA 1 1 0 1 1 0 - 7 9",
            ],
            await GroupsAsync(server.AsReviewer(), "ABOUT", "about")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Departments_states_and_customers_have_it_too_and_the_rest_comes_last(string provider)
    {
        var server = await governments.OnAsync(provider);
        var npr = server.AsReviewer();

        // DEPT has the findings of BUR.
        Assert.Equal(
            ["DEPT 6 2 4 1 3 2 1998-05-20 7 9", "OTHER 5 2 3 1 2 1 1998-05-20 7 9"],
            await GroupsAsync(npr, "DEPARTMENT", "department.abbreviation")
        );
        Assert.Equal(
            ["TX 6 2 4 1 2 1 1998-05-20 7 9", "CA 3 1 2 1 1 0 1998-05-20 7 9", "- 2 1 1 0 2 2 1998-05-20 7 -"],
            await GroupsAsync(npr, "STATE", "state")
        );
        Assert.Equal(
            [
                "VETERANS 4 2 2 1 2 1 1998-05-20 7 9",
                "BENEFICIARIES 2 1 1 0 2 2 1998-05-20 7 -",
                "- 5 1 4 1 1 0 1998-05-20 7 9",
            ],
            await GroupsAsync(npr, "CUSTOMER_GROUP", "customerGroup")
        );
        Assert.Empty(await GroupsAsync(npr, null, "theme"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_has_groups_of_its_own_findings_and_conditions_choose_among_them(string provider)
    {
        var server = await governments.OnAsync(provider);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var other = await db.Agencies.AsNoTracking().SingleAsync(a => a.Abbreviation == "OTHER");

        Assert.Equal(
            ["OTHER 5 2 3 1 2 1 1998-05-20 7 9"],
            await GroupsAsync(server.As(other), "DEPARTMENT", "department.abbreviation")
        );
        Assert.Equal(
            ["CA 1 0 1 0 0 0 1998-05-20 - -"],
            await GroupsAsync(
                server.AsReviewer(),
                "STATE",
                "state",
                new { theme = new { eq = "WAITING" }, people = new { eq = (int?)null } }
            )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Groups_take_two_statements_and_one_for_the_departments(string provider)
    {
        var server = await governments.OnAsync(provider);
        server.Statements.Clear();

        await GroupsAsync(server.AsReviewer(), "DEPARTMENT", "department.abbreviation");

        Assert.Equal(3, server.Statements.All.Count);
    }

    private static async Task<IReadOnlyList<string>> GroupsAsync(
        SignedInCaller caller,
        string? groupBy,
        string name,
        object? where = null
    )
    {
        var data = await caller.AskAsync(
            $$"""
            query ($groupBy: FindingGrouping, $where: FindingFilterInput) {
              findingProgress(from: "1998-05-01", to: "1998-05-31", groupBy: $groupBy, where: $where) {
                groups { theme about department { abbreviation } state customerGroup {{Figures}} }
              }
            }
            """,
            new { groupBy, where }
        );
        return data.GetProperty("findingProgress").GetProperty("groups").Lines([name, .. Figures.Split(' ')]);
    }
}
