using System.Text.Json;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Security;

/// <summary>The access table: who may read what, cell by cell.</summary>
[Collection(SignedIn.Name)]
public sealed class AccessTableTests(SignedInServer server)
{
    private const string Directive = "{ directive { title requirements { key } } }",
        Agencies = "{ agencies { totalCount } }",
        Events = "{ events { totalCount } }",
        AnnualReports = "{ annualReports { totalCount } }",
        Liaisons = "{ liaisons { totalCount } }",
        Complaints = "{ complaintMetrics { totalCount } }",
        Trend =
            """
                {
                  complaintTrend(from: "1998-01", to: "1998-12", groupBy: [AGENCY]) {
                    points { received agency { abbreviation } }
                  }
                }
                """,
        Reports = "{ monthlyReports { totalCount } }",
        Status =
            """
                {
                  reportingStatus(month: "1998-10") {
                    expected excused requested { asked excused } agencies { agency { id } }
                  }
                }
                """,
        Statuses = "{ reportingStatuses(from: \"1998-03\", to: \"1998-12\") { expected } }",
        Calendar = "{ agencies { nodes { reportingCalendar { state } reportingStatus { state } } } }",
        Reminders = "{ reminders { totalCount items { agency { id } } } }",
        Attention = "{ attention(first: 250) { totalCount items { agency { id } } } }",
        DueDays = "{ dueDays { totalCount } }",
        EventCounts = "{ eventCounts { total } }",
        AnnualResults = "{ annualResults(year: 1998) { published met notMet hardToRead } }",
        Service = "{ service { today isIllustrative } }";

    // Lists whose records an agency and NPR read, with the type of the records.
    private static readonly (string Query, string Type)[] Lists =
    [
        (Liaisons, "Liaison"),
        (Reports, "MonthlyReport"),
        ("{ problemSolvingOutcomes { totalCount } }", "ProblemSolvingOutcome"),
        ("{ serviceAreas { totalCount } }", "ServiceArea"),
        ("{ customerBases { totalCount } }", "CustomerBase"),
        ("{ deliveryChoices { totalCount } }", "DeliveryChoice"),
        ("{ findings { totalCount } }", "Finding"),
        ("{ agencyThemes { totalCount } }", "AgencyTheme"),
        ("{ analyses { totalCount } }", "Analysis"),
        ("{ planReferences { totalCount } }", "PlanReference"),
        ("{ planCitations { totalCount } }", "PlanCitation"),
        ("{ surveys { totalCount } }", "Survey"),
        ("{ benchmarkStudies { totalCount } }", "BenchmarkStudy"),
    ];

    [Theory]
    [InlineData("public")]
    [InlineData("nobody")]
    [InlineData("SSA")]
    [InlineData("HHS")]
    [InlineData("npr")]
    [InlineData("reviewer")]
    [InlineData("admin")]
    public async Task The_directive_and_agencies_and_open_events_and_published_reports_are_for_everyone(string who)
    {
        foreach (
            var (query, type) in new[]
            {
                (Agencies, "Agency"),
                (Events, "Event"),
                (AnnualReports, "AnnualReport"),
                (DueDays, "DueDay"),
                ("{ serviceStandards { totalCount } }", "ServiceStandard"),
                ("{ measurements { totalCount } }", "Measurement"),
                ("{ complaintProcesses { totalCount } }", "ComplaintProcess"),
                ("{ programs { totalCount } }", "Program"),
            }
        )
            Assert.Equal(server.Held.Of(type, who).Count, CountOf(await server.AskAsync(who, query)));

        Assert.Equal(
            server.Held.Of("Event", who).Count,
            (await server.AskAsync(who, EventCounts)).GetProperty("eventCounts").GetProperty("total").GetInt32()
        );
        Assert.Equal(
            (await server.AskAsync("public", AnnualResults)).ToString(),
            (await server.AskAsync(who, AnnualResults)).ToString()
        );
        Assert.Equal(
            """{"service":{"today":"1998-11-16","isIllustrative":true}}""",
            (await server.AskAsync(who, Service)).ToString()
        );
        var directive = (await server.AskAsync(who, Directive)).GetProperty("directive");
        Assert.Equal(Cwa.Model.Directive.ConversationsWithAmerica.Title, directive.Text("title"));
        Assert.Equal(
            Cwa.Model.Directive.ConversationsWithAmerica.Requirements.Select(r => r.Key),
            directive.GetProperty("requirements").EnumerateArray().Select(r => r.Text("key"))
        );
        foreach (var type in new[] { "Agency", "Event", "AnnualReport", "Measurement", "ComplaintProcess", "Program" })
            Assert.NotEmpty(server.Held.Of(type, "public"));
    }

    public static TheoryData<string, string, string> Refused
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (
                var query in new[] { Complaints, Trend, Status, Statuses, Calendar, Reminders, Attention }.Concat(
                    Lists.Select(list => list.Query)
                )
            )
            {
                data.Add("public", query, "UNAUTHENTICATED");
                data.Add("nobody", query, "FORBIDDEN");
                data.Add("admin", query, "FORBIDDEN");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_is_not_public_needs_a_role(string who, string query, string code)
    {
        var answer = await server.SendAsync(who, query);

        Assert.Equal(code, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.False(answer.TryGetProperty("data", out _));
    }

    [Theory]
    [InlineData("SSA")]
    [InlineData("HHS")]
    [InlineData("HCFA")]
    [InlineData("npr")]
    [InlineData("reviewer")]
    public async Task Agencies_read_their_own_and_their_components_and_NPR_reads_all(string who)
    {
        foreach (var (query, type) in Lists.Concat([(Events, "Event"), (AnnualReports, "AnnualReport")]))
            Assert.Equal(server.Held.Of(type, who).Count, CountOf(await server.AskAsync(who, query)));
    }

    [Theory]
    [InlineData("SSA")]
    [InlineData("HHS")]
    [InlineData("HCFA")]
    [InlineData("npr")]
    [InlineData("reviewer")]
    public async Task Reporting_status_and_attention_lists_are_for_NPR_and_for_an_agency_about_itself(string who)
    {
        var mine = server.Held.MineOf(who).Select(id => NodeId.Encode("Agency", id)).ToHashSet();
        foreach (var query in new[] { Status, Reminders, Attention })
        {
            var all = await AgenciesOfAsync("npr", query);

            Assert.InRange(all.Count, 11, int.MaxValue);
            Assert.Equal(all.Where(mine.Contains), await AgenciesOfAsync(who, query));
        }

        var status = (await server.AskAsync(who, Status)).GetProperty("reportingStatus");
        Assert.NotEmpty(status.GetProperty("agencies").EnumerateArray());
        Assert.Equal(
            status.GetProperty("agencies").GetArrayLength(),
            status.GetProperty("expected").GetInt32()
                + status.GetProperty("excused").GetInt32()
                + status.GetProperty("requested").GetProperty("asked").GetInt32()
                + status.GetProperty("requested").GetProperty("excused").GetInt32()
        );
    }

    [Theory]
    [InlineData("SSA")]
    [InlineData("IRS")]
    [InlineData("npr")]
    public async Task A_trend_sums_only_what_the_caller_may_see(string who)
    {
        var all = await PointsOfAsync("npr");
        var seen = await PointsOfAsync(who);

        var agencies = seen.Select(p => p.Agency).Distinct().ToList();
        Assert.True(who == "npr" ? agencies.Count > 50 : agencies.SequenceEqual([who]), string.Join(", ", agencies));
        Assert.Equal(all.Where(p => who == "npr" || p.Agency == who), seen);

        async Task<List<(string? Agency, string Point)>> PointsOfAsync(string caller) =>
            [
                .. (await server.AskAsync(caller, Trend))
                    .GetProperty("complaintTrend")
                    .GetProperty("points")
                    .EnumerateArray()
                    .Select(p => (p.GetProperty("agency").Text("abbreviation"), p.ToString())),
            ];
    }

    [Fact]
    public async Task Only_the_agency_and_those_above_it_see_drafts()
    {
        const string drafts = "{ monthlyReports(where: { status: { eq: DRAFT } }) { totalCount } }";
        Assert.NotEmpty(server.Held.Of("DraftEvent", "HHS"));

        Assert.InRange(CountOf(await server.AskAsync("HHS", drafts)), 1, 100);
        Assert.Equal(0, CountOf(await server.AskAsync("npr", drafts)));
        Assert.Equal(0, CountOf(await server.AskAsync("reviewer", drafts)));
    }

    private static int CountOf(JsonElement data) =>
        data.EnumerateObject().Single().Value.GetProperty("totalCount").GetInt32();

    /// <summary>The agencies in the only list of an answer, in its order.</summary>
    private async Task<List<string>> AgenciesOfAsync(string who, string query) =>
        [
            .. (await server.AskAsync(who, query))
                .EnumerateObject()
                .Single()
                .Value.EnumerateObject()
                .Single(p => p.Value.ValueKind == JsonValueKind.Array)
                .Value.EnumerateArray()
                .Select(item => item.GetProperty("agency").GetProperty("id").GetString()!),
        ];
}
