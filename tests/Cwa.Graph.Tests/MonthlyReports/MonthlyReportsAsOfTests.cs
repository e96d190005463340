using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests;

public sealed class MonthlyReportsAsOfTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const string Said =
        "nodes { id month revision status nil eventCount submittedAt submittedBy reason decidedAt decidedBy "
        + "returnReason recalledAt recalledBy recallReason recordedAt } totalCount";

    private static readonly string[] Statuses = ["SUBMITTED", "ACCEPTED", "RETURNED", "AMENDED", "RECALLED"];

    [SkippableTheory]
    [InlineData(TestDatabase.Sqlite, 1)]
    [InlineData(TestDatabase.Sqlite, 2)]
    [InlineData(TestDatabase.Sqlite, 3)]
    [InlineData(TestDatabase.PostgreSql, 4)]
    [InlineData(TestDatabase.PostgreSql, 5)]
    public async Task The_reports_as_of_each_step_read_as_they_did_right_after_it(string provider, int seed)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var random = new Random(seed);
        var steps = new List<(DateTime At, string Own, string Npr, int[] Counts)>();
        for (var step = 0; step < 14; step++)
        {
            await RandomStep.TakeAsync(server, agency, random);
            steps.Add(
                (
                    await RecordedAsync(server, agency),
                    await OwnAsync(server, agency),
                    await NprAsync(server, agency),
                    await CountsAsync(server, agency)
                )
            );
        }

        foreach (var (at, own, npr, counts) in steps)
        {
            Assert.Equal(own, await OwnAsync(server, agency, at));
            Assert.Equal(npr, await NprAsync(server, agency, at));
            Assert.Equal(counts, await CountsAsync(server, agency, at));
        }

        Assert.True(steps.Select(s => s.Own).Distinct().Count() > 6);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_list_as_of_an_instant_can_be_paged_in_both_directions(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        foreach (var month in new[] { "1998-06", "1998-04", "1998-05" })
            await server
                .As(agency)
                .DoneAsync(
                    "submitMonthlyReport",
                    new
                    {
                        agencyId = agency.Id(),
                        month,
                        nil = true,
                    },
                    "monthlyReport { id }"
                );
        var at = await RecordedAsync(server, agency);
        var waiting = (await AskAsync("first: 1")).GetProperty("nodes")[0].GetProperty("id").GetString();
        await server
            .AsReviewer()
            .DoneAsync("acceptMonthlyReport", new { monthlyReportId = waiting }, "monthlyReport { id }");

        Assert.Equal(["1998-04", "1998-05", "1998-06"], await WalkAsync("first", "after", "hasNextPage", "endCursor"));
        Assert.Equal(
            ["1998-06", "1998-05", "1998-04"],
            await WalkAsync("last", "before", "hasPreviousPage", "startCursor")
        );

        async Task<List<string?>> WalkAsync(string size, string from, string goesOn, string cursor)
        {
            var months = new List<string?>();
            string? place = null;
            do
            {
                var page = await AskAsync($"{size}: 1, {from}: {JsonSerializer.Serialize(place)}");
                Assert.Equal(3, page.GetProperty("totalCount").GetInt32());
                Assert.Equal("SUBMITTED", page.GetProperty("nodes")[0].GetProperty("status").GetString());
                months.Add(page.GetProperty("nodes")[0].GetProperty("month").GetString());
                place = page.GetProperty("pageInfo").GetProperty(goesOn).GetBoolean()
                    ? page.GetProperty("pageInfo").GetProperty(cursor).GetString()
                    : null;
            } while (place is not null);
            return months;
        }

        async Task<JsonElement> AskAsync(string window) =>
            (
                await server
                    .As(agency)
                    .AskAsync(
                        $"query ($knownAt: DateTime) {{ monthlyReports(knownAt: $knownAt, where: {{ status: "
                            + $"{{ in: [SUBMITTED] }}, decidedAt: {{ eq: null }} }}, {window}) {{ totalCount "
                            + $"nodes {{ id month status }} pageInfo {{ hasNextPage hasPreviousPage startCursor "
                            + $"endCursor }} }} }}",
                        new { knownAt = at }
                    )
            ).GetProperty("monthlyReports");
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task What_is_stored_on_a_fixed_date_is_known_on_that_date(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.SubmitAsync(agency);
        var service = (await server.AskAsync("{ service { today now } }")).GetProperty("service");
        var now = service.GetProperty("now").GetDateTime().ToUniversalTime();
        var thatDay = Washington.EndOf(DateOnly.FromDateTime(now).AddDays(-2));

        Assert.Equal("1998-11-16", service.Text("today"));
        Assert.Contains(
            "\"totalCount\":1",
            await OwnAsync(server, agency, now.AddSeconds(1)),
            StringComparison.Ordinal
        );
        Assert.Contains("\"totalCount\":0", await OwnAsync(server, agency, thatDay), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_of_an_instant_before_the_first_report_there_are_none_and_drafts_are_never_shown()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        var before = server.Clock.GetUtcNow().UtcDateTime;
        await server
            .As(agency)
            .DoneAsync(
                "saveMonthlyReportDraft",
                new
                {
                    agencyId = agency.Id(),
                    month = "1998-04",
                    nil = true,
                },
                "monthlyReport { id }"
            );

        var beforehand = await OwnAsync(server, agency, before);
        var drafted = await OwnAsync(server, agency, before.AddDays(1));

        Assert.Equal("""{"nodes":[],"totalCount":0}""", beforehand);
        Assert.Equal(beforehand, drafted);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Conditions_beyond_a_compiled_querys_limit_also_apply_as_of_the_instant(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var submitted = await server.SubmitAsync(agency);
        var at = await RecordedAsync(server, agency);
        await server.AcceptAsync(submitted);
        var conditions = Enumerable.Repeat(new { status = new { eq = "SUBMITTED" } }, 20);

        var found = await server
            .As(agency)
            .AskAsync(
                "query ($knownAt: DateTime, $where: MonthlyReportFilterInput) { monthlyReports(knownAt: "
                    + "$knownAt, where: $where) { totalCount nodes { status } } }",
                new { knownAt = at, where = new { and = conditions } }
            );

        Assert.Equal(
            """{"totalCount":1,"nodes":[{"status":"SUBMITTED"}]}""",
            Text(found.GetProperty("monthlyReports"))
        );
    }

    private static async Task<DateTime> RecordedAsync(CwaServer server, Agency agency)
    {
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        return await db.AuditEntries.Where(e => e.AgencyId == agency.Id).MaxAsync(e => e.RecordedAt);
    }

    private static async Task<string> OwnAsync(CwaServer server, Agency agency, DateTime? knownAt = null) => Text((
                await server
                    .As(agency)
                    .AskAsync(
                        $"query ($id: ID!, $knownAt: DateTime, $where: MonthlyReportFilterInput) {{ "
                            + $"agency(by: {{ id: $id }}) {{ monthlyReports(knownAt: $knownAt, where: "
                            + $"$where) {{ {Said} }} }} }}",
                        new
                        {
                            id = agency.Id(),
                            knownAt,
                            where = NoDrafts(knownAt),
                        }
                    )
            ).GetProperty("agency").GetProperty("monthlyReports"));

    private static async Task<string> NprAsync(CwaServer server, Agency agency, DateTime? knownAt = null) =>
        Text(
            (
                await server
                    .AsReviewer()
                    .AskAsync(
                        $"query ($a: String, $knownAt: DateTime) {{ monthlyReports(knownAt: $knownAt, where: "
                            + $"{{ agency: {{ abbreviation: {{ eq: $a }} }} }}, order: [{{ recordedAt: "
                            + $"DESC }}]) {{ {Said} }} }}",
                        new { a = agency.Abbreviation, knownAt }
                    )
            ).GetProperty("monthlyReports")
        );

    /// <summary>How many reports have each status, how many of those have a decision, and the agency's count.</summary>
    private static async Task<int[]> CountsAsync(CwaServer server, Agency agency, DateTime? knownAt = null)
    {
        var counts = string.Join(
            ' ',
            Statuses.Select(
                (status, i) =>
                    $"a{i}: monthlyReports(knownAt: $knownAt, where: {{ agency: {{ abbreviation: {{ eq: "
                    + $"$a }} }}, status: {{ eq: {status} }} }}) {{ totalCount }} "
                    + $"b{i}: monthlyReports(knownAt: $knownAt, where: {{ agency: {{ abbreviation: {{ eq: $a }} "
                    + $"}}, status: {{ in: [{status}, DRAFT] }}, decidedAt: {{ neq: null }} }}) {{ totalCount }}"
            )
        );
        var data = await server
            .AsReviewer()
            .AskAsync(
                $"query ($a: String, $knownAt: DateTime) {{ {counts} }}",
                new { a = agency.Abbreviation, knownAt }
            );
        return [.. data.EnumerateObject().Select(c => c.Value.GetProperty("totalCount").GetInt32())];
    }

    private static object? NoDrafts(DateTime? knownAt) =>
        knownAt is null ? new { status = new { neq = "DRAFT" } } : null;

    private static string Text(JsonElement answer) => JsonSerializer.Serialize(answer);
}
