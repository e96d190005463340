using System.Text.Json;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class ComplaintTrendTests(SampleServers servers) : IClassFixture<SampleServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Figures_by_agency_kind_or_channel_add_up_to_those_of_the_whole_government(string provider)
    {
        var server = await servers.OnAsync(provider);

        var whole = await TrendAsync(server, "YEAR", "[]");
        foreach (var group in new[] { "[AGENCY]", "[DEPARTMENT]", "[CATEGORY]", "[CHANNEL]", "[DEPARTMENT, CATEGORY]" })
        {
            var parts = await TrendAsync(server, "YEAR", group);
            foreach (var figure in new[] { "pendingStart", "received", "resolved", "pendingEnd" })
                Assert.Equal(Sum(whole, figure), Sum(parts, figure));
        }
    }

    [Fact]
    public async Task A_year_opens_with_each_agencys_first_month_and_sums_its_months()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var months = await TrendAsync(server, "MONTH", "[AGENCY, CATEGORY]");
        var years = await TrendAsync(server, "YEAR", "[AGENCY, CATEGORY]");

        Assert.Equal(Sum(months, "received"), Sum(years, "received"));
        var firsts = months
            .GroupBy(Series)
            .Sum(s =>
                s.MinBy(m => m.GetProperty("from").GetString(), StringComparer.Ordinal)
                    .GetProperty("pendingStart")
                    .GetInt64()
            );
        var lasts = months
            .GroupBy(Series)
            .Sum(s =>
                s.MaxBy(m => m.GetProperty("from").GetString(), StringComparer.Ordinal)
                    .GetProperty("pendingEnd")
                    .GetInt64()
            );
        Assert.Equal(firsts, Sum(years, "pendingStart"));
        Assert.Equal(lasts, Sum(years, "pendingEnd"));
    }

    [Fact]
    public async Task A_period_is_cut_to_the_months_asked_for()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var point = Assert.Single(await TrendAsync(server, "YEAR", "[]", from: "1998-05", to: "1998-08"));

        Assert.Equal("1998-05", point.GetProperty("from").GetString());
        Assert.Equal("1998-08", point.GetProperty("to").GetString());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_year_of_all_agencies_kinds_and_months_is_one_statement(string provider)
    {
        var server = await servers.OnAsync(provider);
        server.Statements.Clear();

        var data = await server.AskAsync(
            """
            {
              complaintTrend(from: "1998-01", to: "1998-12", groupBy: [AGENCY, CATEGORY]) {
                dataAsOf
                points { from category received resolved pendingEnd resolvedShare medianDays
                  change { received receivedPercent pendingEnd medianDays } }
              }
            }
            """
        );

        Assert.Single(server.Statements.All);
        Assert.InRange(
            data.GetProperty("complaintTrend").GetProperty("points").GetArrayLength(),
            1000,
            ComplaintTrends.MostPoints
        );
    }

    [Theory]
    [InlineData("from: \"1998-05\", to: \"1998-04\"")]
    [InlineData("from: \"1988-01\", to: \"1998-01\"")]
    [InlineData("from: \"1998-01\", to: \"1998-12\", groupBy: [AGENCY, DEPARTMENT]")]
    public async Task Months_and_groups_that_make_no_sense_are_refused(string arguments)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);

        var answer = await server.SendAsync($"{{ complaintTrend({arguments}) {{ points {{ received }} }} }}");

        Assert.Equal(
            "BAD_USER_INPUT",
            answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
        );
    }

    [Fact]
    public async Task Too_many_conditions_are_refused_as_in_any_list()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var where = new { or = Enumerable.Repeat(new { received = new { gt = 1 } }, 101).ToArray() };

        var answer = await server.SendAsync(
            "query ($where: ComplaintMetricFilterInput) { complaintTrend(from: \"1998-01\", to: "
                + "\"1998-12\", where: $where) { points { received } } }",
            new { where }
        );

        Assert.Equal(
            "LIMIT_EXCEEDED",
            answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
        );
    }

    private static (string?, string?) Series(JsonElement point) =>
        (
            point.GetProperty("agency").GetProperty("abbreviation").GetString(),
            point.GetProperty("category").GetString()
        );

    private static long Sum(IEnumerable<JsonElement> points, string figure) =>
        points.Sum(p => p.GetProperty(figure).GetInt64());

    private static async Task<List<JsonElement>> TrendAsync(
        CwaServer server,
        string interval,
        string groupBy,
        string from = "1998-01",
        string to = "1998-12"
    )
    {
        var data = await server.AskAsync(
            $$"""
            {
              complaintTrend(from: "{{from}}", to: "{{to}}", interval: {{interval}}, groupBy: {{groupBy}}) {
                points { from to agency { abbreviation } category pendingStart received resolved pendingEnd }
              }
            }
            """
        );
        return [.. data.GetProperty("complaintTrend").GetProperty("points").EnumerateArray()];
    }
}
