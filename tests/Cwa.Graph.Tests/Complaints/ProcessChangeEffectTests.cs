using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class ProcessChangeEffectTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private static readonly string[] Period =
    [
        "from",
        "to",
        "monthsReported",
        "receivedPerMonth",
        "medianDays",
        "resolvedShare",
    ];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_published_operation_gives_the_complaints_before_and_after_each_change(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var (late, rude) = (
            await server.HasKindAsync(agency, "Late letters"),
            await server.HasKindAsync(agency, "Rude clerks")
        );
        await server.StoreAsync(
            // The change is on 15 June: March to May are before it, July to September after it, and June is neither.
            agency.In("1998-02", 0, 999, 0, 99, late),
            agency.In("1998-03", 0, 40, 20, 10, late),
            agency.In("1998-04", 20, 50, 40, 20, late),
            agency.In("1998-05", 30, 60, 60, 30, late),
            agency.In("1998-06", 30, 999, 0, 99, late),
            // Two channels, which add up: 20 + 10.
            agency.In("1998-07", 30, 20, 30, 4, late, Channel.Mail),
            agency.In("1998-07", 30, 10, 20, 9, late, Channel.Telephone),
            agency.In("1998-08", 0, 30, 30, null, late),
            agency.In("1998-09", 0, 30, 30, 6, late),
            agency.In("1998-10", 0, 999, 0, 99, late),
            // The other change is on 1 July, so July is the first month after it. June has no figures.
            agency.In("1998-04", 0, 7, 7, 1, rude),
            agency.In("1998-05", 0, 7, 7, 1, rude),
            agency.In("1998-07", 9, 5, 7, 2, rude),
            agency.In("1998-08", 7, null, 7, 2, rude),
            agency.In("1998-09", 7, 5, 7, 2, rude)
        );
        await server.StoreAsync(
            Changed(agency, late, new(1998, 6, 15)),
            Changed(agency, rude, new(1998, 7, 1)),
            Changed(agency, null, new(1998, 7, 2)),
            Changed(agency, late, new(1998, 8, 1))
        );

        server.Statements.Clear();
        var changes = (
            await server
                .As(agency)
                .AskAsync(
                    await File.ReadAllTextAsync(Repository.PathOf("schema/operations/process-changes.graphql")),
                    new { to = "1998-07-31", months = 3 }
                )
        ).GetProperty("processChanges");

        Assert.Single(server.Statements.All, s => s.Contains("complaint_metrics", StringComparison.Ordinal));
        Assert.Equal(3, changes.GetProperty("totalCount").GetInt32());
        var (first, second, third) = (
            changes.GetProperty("nodes")[0],
            changes.GetProperty("nodes")[1],
            changes.GetProperty("nodes")[2]
        );
        // (40 + 50 + 60) ÷ 3; (10 × 20 + 20 × 40 + 30 × 60) ÷ 120; 120 ÷ 150. Then (30 + 30 + 30) ÷ 3; (4 × 30 + 9 × 20
        // + 6 × 30) ÷ 80; 110 ÷ 90.
        Assert.Equal(["1998-03 1998-05 3 50 23.333333333333332 0.8"], Side(first, "before"));
        Assert.Equal(["1998-07 1998-09 3 30 6 1.2222222222222223"], Side(first, "after"));
        Assert.Equal(
            ["-40 -17.333333333333332"],
            new[] { first.GetProperty("effect") }.Lines("receivedPercent", "medianDays")
        );
        Assert.Equal(["1998-04 1998-06 2 - - -"], Side(second, "before"));
        Assert.Equal(["1998-07 1998-09 3 - 2 -"], Side(second, "after"));
        Assert.Equal(["- -"], new[] { second.GetProperty("effect") }.Lines("receivedPercent", "medianDays"));
        Assert.Equal(JsonValueKind.Null, third.GetProperty("effect").ValueKind);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_kind_without_figures_has_months_without_numbers(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.StoreAsync(Changed(agency, await server.HasKindAsync(agency, "Late letters"), new(1998, 12, 31)));

        var effect = (await EffectsAsync(server, agency, "months: 24"))[0].GetProperty("effect");

        Assert.Equal(["1996-12 1998-11 0 - - -"], new[] { effect.GetProperty("before") }.Lines(Period));
        Assert.Equal(["1999-01 2000-12 0 - - -"], new[] { effect.GetProperty("after") }.Lines(Period));
    }

    [Fact]
    public async Task A_change_at_either_end_of_the_calendar_has_no_effect()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var late = await server.HasKindAsync(agency, "Late letters");
        await server.StoreAsync(Changed(agency, late, new(1, 1, 1)), Changed(agency, late, new(9999, 12, 31)));

        Assert.Equal(["-", "-"], (await EffectsAsync(server, agency, "months: 24")).Lines("effect"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    public async Task A_number_of_months_that_makes_no_sense_is_refused(int months)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        await server.StoreAsync(Changed(agency, await server.HasKindAsync(agency, "Late letters"), new(1998, 6, 1)));

        var answer = await server
            .As(agency)
            .SendAsync($"{{ processChanges {{ nodes {{ effect(months: {months}) {{ dataAsOf }} }} }} }}");

        Assert.Equal(
            "BAD_USER_INPUT",
            answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
        );
    }

    [Fact]
    public async Task The_problems_and_changes_of_another_agency_are_not_found()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var (agency, stranger) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await server.StoreAsync(Changed(agency, null, new(1998, 6, 1)));
        const string query = "{ processChanges { totalCount } systemicProblems { totalCount } }";

        var mine = await server.As(agency).AskAsync(query);
        var theirs = await server.As(stranger).AskAsync(query);

        Assert.Equal(
            """{"processChanges":{"totalCount":1},"systemicProblems":{"totalCount":1}}""",
            JsonSerializer.Serialize(mine)
        );
        Assert.Equal(
            """{"processChanges":{"totalCount":0},"systemicProblems":{"totalCount":0}}""",
            JsonSerializer.Serialize(theirs)
        );
    }

    private static SystemicProblem Changed(Agency agency, ComplaintCategory? category, DateOnly on)
    {
        var problem = new SystemicProblem(agency.Id, category, "Letters wait", "For one signature.", new(1998, 4, 1));
        problem.Assign("Mail room");
        problem.PlanFix();
        problem.Change(on, "Three people sign.", "days", 20);
        return problem;
    }

    private static IReadOnlyList<string> Side(JsonElement change, string side) =>
        new[] { change.GetProperty("effect").GetProperty(side) }.Lines(Period);

    private static async Task<JsonElement> EffectsAsync(CwaServer server, Agency agency, string arguments) => (
            await server
                .As(agency)
                .AskAsync(
                    $$"""
                    {
                      processChanges {
                        nodes { effect({{arguments}}) { before { ...period } after { ...period } } }
                      }
                    }
                    fragment period on EffectPeriod { from to monthsReported receivedPerMonth medianDays resolvedShare }
                    """
                )
        ).GetProperty("processChanges").GetProperty("nodes");
}
