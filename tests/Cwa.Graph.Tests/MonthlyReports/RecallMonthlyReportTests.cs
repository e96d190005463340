using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Reporting;

namespace Cwa.Graph.Tests;

/// <summary>An agency takes a report back while NPR may be deciding on it.</summary>
public sealed class RecallMonthlyReportTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Of_a_recall_and_an_acceptance_at_once_the_first_wins_and_the_other_is_refused(string provider)
    {
        var server = await servers.OnAsync(provider);
        for (var round = 0; round < 6; round++)
        {
            var agency = await server.HasAgencyAsync();
            var id = (await server.SubmitAsync(agency, null, Planned())).ReportId();

            // Whichever is asked first, either can come first to the database.
            var recalling = round % 2 == 0 ? RecallAsync(server, agency, id) : null;
            var accepting = server.AsReviewer().DoAsync("acceptMonthlyReport", new { monthlyReportId = id }, Thing);
            var recalled = await (recalling ?? RecallAsync(server, agency, id));
            var accepted = await accepting;

            var (won, lost) = recalled.Refusals() is [] ? (recalled, accepted) : (accepted, recalled);
            Assert.Empty(won.Refusals());
            Assert.Equal(["ReportNotSubmitted input.monthlyReportId"], lost.Refusals());
            var stands = (await StatusAsync(server, agency)).GetProperty("report");
            Assert.Equal(
                won.GetProperty("monthlyReport").Text("status") == "ACCEPTED" ? "ACCEPTED" : null,
                stands.ValueKind == JsonValueKind.Object ? stands.Text("status") : null
            );
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_recalled_report_is_not_sent_and_the_next_one_is_late(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var report = await server.SubmitAsync(agency, null, Planned());
        var before = await StatusAsync(server, agency);

        await server
            .As(agency)
            .DoneAsync(
                "recallMonthlyReport",
                new { monthlyReportId = report.ReportId(), reason = "The hall is closed." },
                "monthlyReport { id }"
            );
        var recalled = await StatusAsync(server, agency);
        await server
            .As(agency)
            .DoneAsync("discardMonthlyReportDraft", new { agencyId = agency.Id(), month = "1998-04" }, "agency { id }");
        var discarded = await StatusAsync(server, agency);
        await server.SubmitAsync(agency, null, Planned());
        var again = await StatusAsync(server, agency);

        Assert.Equal(
            [
                """{"state":"SUBMITTED","late":true,"overdue":false,"hasDraft":false,"report":{"revision":1,"status":"SUBMITTED"}}""",
                """{"state":"DRAFT","late":false,"overdue":true,"hasDraft":true,"report":null}""",
                """{"state":"MISSING","late":false,"overdue":true,"hasDraft":false,"report":null}""",
                """{"state":"SUBMITTED","late":true,"overdue":false,"hasDraft":false,"report":{"revision":2,"status":"SUBMITTED"}}""",
            ],
            new[] { before, recalled, discarded, again }.Select(status => status.GetRawText())
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task NPR_sees_in_the_feed_and_in_the_list_that_a_report_was_recalled(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var report = await server.SubmitAsync(agency, null, Planned());
        await RecallAsync(server, agency, report.ReportId());

        var seen = await server
            .AsReviewer()
            .AskAsync(
                """
                query ($a: String) {
                  feed(last: 1, where: { agency: { abbreviation: { eq: $a } } }) {
                    nodes { kind subject { ... on MonthlyReport { status revision } } }
                  }
                  monthlyReports(where: { agency: { abbreviation: { eq: $a } }, recalledAt: { neq: null } }) {
                    nodes { status recalledBy recallReason }
                  }
                }
                """,
                new { a = agency.Abbreviation }
            );

        Assert.Equal(
            """{"feed":{"nodes":[{"kind":"MONTHLY_REPORT_RECALLED","subject":{"status":"RECALLED","revision":1}}]},"""
                + "\"monthlyReports\":"
                + """{"nodes":[{"status":"RECALLED","recalledBy":"pat","recallReason":null}]}}""",
            seen.GetRawText()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_scorecard_counts_a_report_until_it_was_recalled_and_in_the_next_year_what_followed(
        string provider
    )
    {
        var server = await servers.OnAsync(provider);
        await using var nextYear = CwaServer.OnDay(server.Database, "1999-02-01");
        var agency = await server.HasAgencyAsync();
        await Cells.SaveAsync(
            server,
            Sent(1, "1998-03-10", report => report.Recall(At("1998-03-12"), "pat")),
            Sent(2, "1998-04-05", report => report.Accept(At("1998-04-06"), "npr"))
        );

        List<string?> statuses =
        [
            (await Cells.CellAsync(server, agency, "CWA-2.3", "1998-03-11")).Text("status"),
            (await Cells.CellAsync(server, agency, "CWA-2.3", "1998-03-16")).Text("status"),
            (await Cells.CellAsync(server, agency, "CWA-2.3", "1998-04-06")).Text("status"),
        ];
        var told = await Cells.CellAsync(nextYear, agency, "CWA-2.2", "1999-02-01");

        Assert.Equal(["PENDING", "NOT_MET", "NOT_MET"], statuses);
        Assert.Equal("NPR has a list of events, but has not been told of a liaison.", told.Text("reason"));

        MonthlyReport Sent(int revision, string day, Action<MonthlyReport> then)
        {
            var report = new MonthlyReport(agency.Id, new(1998, 3));
            report.Write(0, nil: true);
            report.Submit(revision, At(day), "pat");
            then(report);
            return report;
        }
    }

    private static DateTime At(string day) => Washington.At(DateOnly.ParseExact(day, "yyyy-MM-dd"), new(9, 30));

    private static Task<JsonElement> RecallAsync(CwaServer server, Agency agency, string id) =>
        server.As(agency).DoAsync("recallMonthlyReport", new { monthlyReportId = id }, Thing);

    private static async Task<JsonElement> StatusAsync(CwaServer server, Agency agency) =>
        (
            await server
                .As(agency)
                .AskAsync(
                    "query ($id: ID!) { agency(by: { id: $id }) { reportingCalendar(from: \"1998-04\", to: "
                        + "\"1998-04\") { state late overdue hasDraft report { revision status } } } }",
                    new { id = agency.Id() }
                )
        )
            .GetProperty("agency")
            .GetProperty("reportingCalendar")[0];
}
