using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>What came of the findings of two agencies, counted by hand.</summary>
/// <remarks>
/// One found five things on 1 May 1998. On the first it acted after 10 and after 30 days, on the second after 20, on
/// the third after 40, and on the fourth two days before; on the fifth never. Of the actions, the one after 10 days had
/// outcomes after 100 and after 5 days, the one after 20 days after 8. It found a sixth in June and did nothing. Two
/// found one thing on 2 May, and did nothing.
/// </remarks>
public sealed class FindingProgressTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Figures = "findings withAction withoutAction withOutcome actions actionsWithoutOutcome";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Findings_are_counted_by_their_actions_and_outcomes(string provider)
    {
        var (server, one, two) = await HasFindingsAsync(provider);

        var progress = await ProgressAsync(server.AsReviewer(), one, two);

        // Six findings in May: four acted on, two with an outcome; five actions, three without an outcome.
        Assert.Equal([6, 4, 2, 2, 5, 3], Numbers(progress));
        // First actions after −2, 10, 20 and 40 days; first outcomes after 5 and 8.
        Assert.Equal(
            (15, 6.5),
            (
                progress.GetProperty("medianDaysToAction").GetDouble(),
                progress.GetProperty("medianDaysToOutcome").GetDouble()
            )
        );
        var agencies = progress
            .GetProperty("byAgency")
            .EnumerateArray()
            .ToDictionary(a => a.GetProperty("agency").Text("abbreviation")!);
        Assert.Equal([5, 4, 1, 2, 5, 3], Numbers(agencies[one.Abbreviation]));
        Assert.Equal([1, 0, 1, 0, 0, 0], Numbers(agencies[two.Abbreviation]));
        Assert.Equal(
            ["1998-05-01", "1998-05-01", "1998-05-02"],
            new[] { progress, agencies[one.Abbreviation], agencies[two.Abbreviation] }.Lines("oldestWithoutActionOn")
        );
        Assert.Equal(JsonValueKind.Null, agencies[two.Abbreviation].GetProperty("medianDaysToAction").ValueKind);
        Assert.Equal(JsonValueKind.Null, agencies[two.Abbreviation].GetProperty("medianDaysToOutcome").ValueKind);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_counts_only_its_own_findings(string provider)
    {
        var (server, one, two) = await HasFindingsAsync(provider);

        var progress = await ProgressAsync(server.As(one), one, two);

        Assert.Equal([5, 4, 1, 2, 5, 3], Numbers(progress));
        Assert.Equal(1, progress.GetProperty("byAgency").GetArrayLength());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Findings_are_listed_by_progress_with_the_days_that_it_took(string provider)
    {
        var (server, one, two) = await HasFindingsAsync(provider);

        Assert.Equal(["Fifth –", "Only –", "Sixth –"], await ListAsync("actions: { any: false }"));
        Assert.Equal(
            ["First 10", "Fourth -2", "Third 40"],
            await ListAsync("actions: { some: { outcomes: { any: false } } }")
        );
        Assert.Equal(["First 10", "Second 20"], await ListAsync("actions: { some: { outcomes: { any: true } } }"));

        async Task<List<string>> ListAsync(string where)
        {
            var data = await server
                .AsReviewer()
                .AskAsync(
                    $$"""
                    query ($in: [String!]) {
                      findings(where: { agency: { abbreviation: { in: $in } }, {{where}} }) {
                        nodes { text daysToAction actions { nodes { daysToOutcome } } } }
                    }
                    """,
                    new { @in = new[] { one.Abbreviation, two.Abbreviation } }
                );
            return
            [
                .. data.GetProperty("findings")
                    .GetProperty("nodes")
                    .EnumerateArray()
                    .Select(f =>
                        $"{f.Text("text")} "
                        + $"{(f.GetProperty("daysToAction") is { ValueKind: JsonValueKind.Number } days ? days : "–")}"
                    )
                    .Order(StringComparer.Ordinal),
            ];
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Counting_takes_two_statements_and_one_for_the_agencies(string provider)
    {
        var (server, one, two) = await HasFindingsAsync(provider);
        server.Statements.Clear();

        await ProgressAsync(server.AsReviewer(), one, two);

        Assert.Equal(3, server.Statements.All.Count);
    }

    private static async Task<JsonElement> ProgressAsync(SignedInCaller caller, params Agency[] agencies) =>
        (
            await caller.AskAsync(
                $$"""
                query ($in: [String!]) {
                  findingProgress(from: "1998-05-01", to: "1998-05-31",
                    where: { agency: { abbreviation: { in: $in } } }) {
                    {{Figures}} medianDaysToAction medianDaysToOutcome oldestWithoutActionOn dataAsOf
                    byAgency {
                      agency { abbreviation } {{Figures}} medianDaysToAction medianDaysToOutcome oldestWithoutActionOn
                    }
                  }
                }
                """,
                new { @in = agencies.Select(a => a.Abbreviation) }
            )
        ).GetProperty("findingProgress");

    private static int[] Numbers(JsonElement figures) =>
        [.. Figures.Split(' ').Select(name => figures.GetProperty(name).GetInt32())];

    private async Task<(CwaServer Server, Agency One, Agency Two)> HasFindingsAsync(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (one, two) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var (ones, twos) = (SurveyOf(one), SurveyOf(two));
        var day = new DateOnly(1998, 5, 1);
        Finding[] findings =
        [
            Found(ones, "First", day),
            Found(ones, "Second", day),
            Found(ones, "Third", day),
            Found(ones, "Fourth", day),
            Found(ones, "Fifth", day),
        ];
        FindingAction[] actions =
        [
            Done(findings[0], 10),
            Done(findings[0], 30),
            Done(findings[1], 20),
            Done(findings[2], 40),
            Done(findings[3], -2),
        ];
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        db.AddRange(ones, twos, Found(ones, "Sixth", day.AddMonths(1)), Found(twos, "Only", day.AddDays(1)));
        db.AddRange(findings);
        db.AddRange(actions);
        db.AddRange(Seen(actions[0], 100), Seen(actions[0], 5), Seen(actions[2], 8));
        await db.SaveChangesAsync();
        return (server, one, two);
    }

    private static Finding Found(Survey survey, string text, DateOnly on) =>
        new(survey.AgencyId, FindingAbout.Satisfaction, text, on, null, survey.Id);

    private static FindingAction Done(Finding finding, int days) =>
        new(finding.Id, "We did it.", finding.FoundOn.AddDays(days));

    private static FindingOutcome Seen(FindingAction action, int days) =>
        new(action.Id, "It helped.", action.TakenOn.AddDays(days));

    private static Survey SurveyOf(Agency agency) =>
        new(
            agency.Id,
            SurveyKind.Customer,
            "How did we do?",
            new(1998, 4, 1),
            new(1998, 4, 30),
            new()
            {
                Population = 100,
                Offered = 50,
                Responses = 20,
            }
        );
}
