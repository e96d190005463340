using Cwa.Tests;
using static Cwa.Graph.Tests.Government;

namespace Cwa.Graph.Tests;

/// <summary>The months that reporting can be asked about.</summary>
public sealed class ReportingMonthTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Reports_are_expected_before_their_month_begins_but_not_before_the_first_month(string provider)
    {
        var government = await Government.OnAsync(await servers.OnAsync(provider));

        var months = (
            await government
                .Server.AsReviewer()
                .AskAsync(
                    $$"""
                    query ($where: AgencyFilterInput) {
                      reportingStatuses(from: "1998-02", to: "2000-01", where: $where) {
                        month dueOn dataAsOf {{CountFields}}
                      }
                    }
                    """,
                    new { where = government.Where }
                )
        ).GetProperty("reportingStatuses").EnumerateArray().ToDictionary(m => m.Text("month")!);

        Assert.Equal(24, months.Count);
        Assert.Equal(0, months["1998-02"].GetProperty("expected").GetInt32());
        Assert.Equal("1999-12-31", months["2000-01"].Text("dueOn"));
        // Without its own report the second component is excused as well.
        Assert.Equal(
            "expected 6, missing 6, draft 0, submitted 0, accepted 0, returned 0, excused 2, late 0, "
                + "overdue 0, overdueMissing 0, overdueDraft 0, overdueReturned 0",
            Numbers(months["2000-01"])
        );
        Assert.Single(months.Values.Select(m => m.Text("dataAsOf")).Distinct());
    }

    [Theory]
    [InlineData("1998-12")]
    [InlineData("9999-12")]
    [InlineData("0001-01")]
    public async Task Any_month_of_the_calendar_is_answered(string month)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        await server.HasAgencyAsync();

        var status = (
            await server
                .AsReviewer()
                .AskAsync(
                    """
                    query ($month: YearMonth!) {
                      reportingStatus(month: $month) { expected }
                      reportingStatuses(from: $month, to: $month) { expected }
                    }
                    """,
                    new { month }
                )
        );

        Assert.Equal(month != "0001-01", status.GetProperty("reportingStatus").GetProperty("expected").GetInt32() > 0);
    }

    [Theory]
    [InlineData("{ reportingStatuses(from: \"1998-05\", to: \"1998-04\") { expected } }", "BAD_USER_INPUT")]
    [InlineData("{ reportingStatuses(from: \"1998-01\", to: \"2000-01\") { expected } }", "BAD_USER_INPUT")]
    [InlineData(
        "{ agencies { nodes { reportingCalendar(from: \"1998-01\", to: \"2000-01\") { state } } } }",
        "BAD_USER_INPUT"
    )]
    [InlineData("{ reminders(within: -1) { totalCount } }", "BAD_USER_INPUT")]
    [InlineData("{ reminders(within: 61) { totalCount } }", "BAD_USER_INPUT")]
    [InlineData("{ attention(first: 0) { totalCount } }", "INVALID_PAGE_SIZE")]
    [InlineData("{ attention(first: 251) { totalCount } }", "INVALID_PAGE_SIZE")]
    public async Task Questions_that_make_no_sense_are_refused(string query, string code)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        await server.HasAgencyAsync();

        var answer = await server.AsReviewer().SendAsync(query);

        Assert.Equal(code, answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }
}
