using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

/// <summary>How quickly two agencies solve problems, counted by hand on 16 November 1998.</summary>
/// <remarks>
/// One found three on 1 May, one in June and one in October. The first was assigned on 11 May, planned on 10 June,
/// changed on 10 July and verified on 8 October. The second was assigned at once and planned on 21 May. Of the third it
/// is not known when it was assigned. Two changes of the one of June were measured, and only the later one helped. The
/// last waits. Two found one on 2 May, and did nothing.
/// </remarks>
public sealed class ProblemProgressTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Days = "{ known unknown waiting medianDays longestDays }";

    private static readonly string[] StepFields = ["known", "unknown", "waiting", "medianDays", "longestDays"];

    private static readonly string[] Steps =
    [
        "daysToAssigned",
        "daysToPlanned",
        "daysToChanged",
        "daysToVerified",
        "daysFoundToChanged",
        "daysFoundToVerified",
        "dueOn",
        "daysPastTarget",
    ];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Steps_have_medians_and_unknown_days_are_told_apart(string provider)
    {
        var (server, one, two) = await HasProblemsAsync(provider);

        var progress = await ProgressAsync(server, "1998-11-16", one, two);

        Assert.Equal(["6 4 2 3 0"], Counts([progress]));
        // 0, 4 and 10 days.
        Assert.Equal("3 1 2 4 10", Step(progress, "toAssigned"));
        // 15, 20 and 30.
        Assert.Equal("3 0 3 20 30", Step(progress, "toPlanned"));
        // 11 and 30; 90 and 92; 30 and 70; 122 and 160.
        Assert.Equal("2 0 4 20.5 30", Step(progress, "toChanged"));
        Assert.Equal("2 0 4 91 92", Step(progress, "toVerified"));
        Assert.Equal("2 0 4 50 70", Step(progress, "foundToChanged"));
        Assert.Equal("2 0 4 141 160", Step(progress, "foundToVerified"));
        Assert.Equal(["5 3 2 2 0", "1 1 0 1 0"], Counts(progress.GetProperty("byAgency").EnumerateArray()));
        Assert.Equal("0 0 1 - -", Step(progress.GetProperty("byAgency")[1], "toAssigned"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Each_problem_has_its_days_and_the_day_by_which_the_next_step_is_due(string provider)
    {
        var (server, one, _) = await HasProblemsAsync(provider);
        using var on = server.Today.On("1998-11-16");

        var problems = (
            await server
                .As(one)
                .AskAsync(
                    $$"""
                    { systemicProblems(order: [{ foundOn: ASC }]) { nodes { title steps { {{string.Join(
                        ' ',
                        Steps
                    )}} } } } }
                    """
                )
        ).GetProperty("systemicProblems");

        Assert.Equal(
            [
                "A 10 30 30 90 70 160 - -",
                "B 0 20 - - - - 1998-10-28 19",
                "C - - - - - - 1998-07-30 109",
                "D - - - - - - 1998-11-19 -",
                "E 4 15 11 92 30 122 - -",
            ],
            problems
                .GetProperty("nodes")
                .Lines(["title", .. Steps.Select(s => $"steps.{s}")])
                .Order(StringComparer.Ordinal)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_counts_its_own_problems_and_only_those_asked_for(string provider)
    {
        var (server, one, _) = await HasProblemsAsync(provider);

        Assert.Equal(["5 3 2 2 0"], Counts([await ProgressAsync(server, "1998-11-16", one)]));
        Assert.Equal(
            ["2 0 2 0 0"],
            Counts([await ProgressAsync(server, "1998-11-16", "where: { status: { eq: VERIFIED } }", one)])
        );
        Assert.Equal(["0 0 0 0 0"], Counts([await ProgressAsync(server, "1998-11-16", await server.HasAgencyAsync())]));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Progress_takes_a_statement_and_one_for_returned_complaints_and_one_for_the_agencies(
        string provider
    )
    {
        var (server, _, _) = await HasProblemsAsync(provider, ofCategory: true);
        using var on = server.Today.On("1998-11-16");
        server.Statements.Clear();

        await server
            .AsReviewer()
            .AskAsync(
                """
                {
                  problemProgress(from: "1998-05-01", to: "1998-10-31") {
                    complaintsReturned byAgency { agency { abbreviation } }
                  }
                }
                """
            );

        Assert.Equal(3, server.Statements.All.Count);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_trail_says_when_a_problem_was_assigned_and_planned(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.HasProblemAsync(agency, ProblemStatus.FixPlanned);
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        var trail = await db
            .AuditEntries.Where(e => e.AgencyId == agency.Id && e.SubjectKind == nameof(SystemicProblem))
            .OrderBy(e => e.RecordedAt)
            .Select(e => e.RecordedAt)
            .ToListAsync();

        // It is assigned and then planned.
        Assert.Equal(2, trail.Count);
        Assert.Equal(
            [$"{Washington.DateOf(trail[0]):O} {Washington.DateOf(trail[1]):O}"],
            new[] { await AskAsync("2100-01-01") }.Lines("assignedOn", "plannedOn")
        );
        // While the date is fixed, the trail's instants are none of its days.
        Assert.Equal(["- -"], new[] { await AskAsync("1998-11-16") }.Lines("assignedOn", "plannedOn"));

        async Task<JsonElement> AskAsync(string day)
        {
            using var on = server.Today.On(day);
            return (
                await server.As(agency).AskAsync("{ systemicProblems { nodes { steps { assignedOn plannedOn } } } }")
            )
                .GetProperty("systemicProblems")
                .GetProperty("nodes")[0]
                .GetProperty("steps");
        }
    }

    private async Task<(CwaServer Server, Agency One, Agency Two)> HasProblemsAsync(
        string provider,
        bool ofCategory = false
    )
    {
        var server = await servers.OnAsync(provider);
        var (one, two) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var category = ofCategory ? await server.HasKindAsync(one, "Late letters") : null;
        SystemicProblem a = one.Found("A", "05-01", category).Assigned().Planned().Changed("07-10").Measured("10-08"),
            b = one.Found("B", "05-01").Assigned().Planned(),
            c = one.Found("C", "05-01").Assigned(),
            e = one.Found("E", "06-01").Assigned().Planned().Changed("07-01").Measured("08-01", helped: false);
        e.Assigned().Planned().Changed("08-15").Measured("10-01");
        await server.StoreAsync(
            a,
            a.Since("05-11", "ASSIGNED"),
            a.Since("06-10", "FIX_PLANNED"),
            b,
            b.Since("05-01", "ASSIGNED"),
            b.Since("05-21", "FIX_PLANNED"),
            c,
            one.Found("D", "10-20"),
            e,
            e.Since("06-05", "ASSIGNED"),
            e.Since("06-20", "FIX_PLANNED"),
            e.Since("08-05", "ASSIGNED"),
            e.Since("08-10", "FIX_PLANNED"),
            two.Found("F", "05-02"),
            // Not in the period.
            two.Found("G", "11-01")
        );
        return (server, one, two);
    }

    private static Task<JsonElement> ProgressAsync(CwaServer server, string day, params Agency[] agencies) =>
        ProgressAsync(server, day, "", agencies);

    private static async Task<JsonElement> ProgressAsync(
        CwaServer server,
        string day,
        string where,
        params Agency[] agencies
    )
    {
        using var on = server.Today.On(day);
        const string counts = "problems open verified pastTarget complaintsReturned";
        return (
            await server
                .As(agencies)
                .AskAsync(
                    $$"""
                    {
                      problemProgress(from: "1998-05-01", to: "1998-10-31", {{where}}) {
                        {{counts}} toAssigned {{Days}} toPlanned {{Days}} toChanged {{Days}} toVerified {{Days}}
                        foundToChanged {{Days}} foundToVerified {{Days}}
                        byAgency { agency { abbreviation } {{counts}} toAssigned {{Days}} }
                      }
                    }
                    """
                )
        ).GetProperty("problemProgress");
    }

    private static IReadOnlyList<string> Counts(IEnumerable<JsonElement> figures) =>
        figures.Lines("problems", "open", "verified", "pastTarget", "complaintsReturned");

    private static string Step(JsonElement progress, string step) =>
        new[] { progress.GetProperty(step) }.Lines(StepFields)[0];
}
