using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>Complaint figures for quarters and years, through the API.</summary>
public sealed class LongerFiguresTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_figure_counts_in_the_interval_that_holds_it_and_what_it_holds_does_not(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (calendar, fiscal) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var late = await server.HasKindAsync(calendar, "Late letters");
        await server.StoreAsync(
            calendar.In("1998-01", 10, 100, 90, covers: CoveredPeriod.Year),
            calendar.In("1998-01", 10, 40, 30, covers: CoveredPeriod.Quarter),
            calendar.In("1998-02", 10, 15, 10),
            calendar.In("1998-04", 20, 7, 7),
            calendar.In("1998-05", 20, 3, 3, category: late, channel: Channel.Mail),
            fiscal.In("1997-10", 5, 200, 205, covers: CoveredPeriod.Year),
            fiscal.In("1998-01", 5, 11, 11)
        );

        Assert.Equal(
            ["1998-01 11", "1998-02 15", "1998-04 7", "1998-05 3"],
            await TrendAsync(server, "from: \"1998-01\", to: \"1998-12\", interval: MONTH", calendar, fiscal)
        );
        Assert.Equal(
            ["1998-01 51", "1998-04 10"],
            await TrendAsync(server, "from: \"1998-01\", to: \"1998-12\", interval: QUARTER", calendar, fiscal)
        );
        // The fiscal year is in no calendar year, so its month counts.
        Assert.Equal(
            ["1998-01 111"],
            await TrendAsync(server, "from: \"1998-01\", to: \"1998-12\", interval: YEAR", calendar, fiscal)
        );
        Assert.Equal(
            ["1997-10 250"],
            await TrendAsync(server, "from: \"1997-10\", to: \"1998-09\", interval: FISCAL_YEAR", calendar, fiscal)
        );
        // A year that is cut short holds no year's figures.
        Assert.Equal(
            ["1998-01 61"],
            await TrendAsync(server, "from: \"1998-01\", to: \"1998-11\", interval: YEAR", calendar, fiscal)
        );
        Assert.Equal(
            ["1998-01 100"],
            await TrendAsync(
                server,
                "from: \"1998-01\", to: \"1998-12\", interval: YEAR, groupBy: [CATEGORY, CHANNEL]",
                calendar
            )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_trend_tells_how_many_figures_no_interval_holds(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (agency, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await server.StoreAsync(
            agency.In("1998-01", 10, 100, 90, covers: CoveredPeriod.Year),
            agency.In("1998-04", 10, 30, 20, covers: CoveredPeriod.Quarter),
            agency.In("1998-04", 10, 15, 10),
            other.In("1997-10", 5, 200, 205, covers: CoveredPeriod.Year)
        );

        Assert.Equal(
            (3, 2, 1, 1),
            (
                await LeftOutAsync("from: \"1998-01\", to: \"1998-12\", interval: MONTH"),
                await LeftOutAsync("from: \"1998-01\", to: \"1998-12\", interval: QUARTER"),
                await LeftOutAsync("from: \"1998-01\", to: \"1998-12\", interval: YEAR"),
                await LeftOutAsync("from: \"1997-10\", to: \"1998-09\", interval: FISCAL_YEAR")
            )
        );
        Assert.Equal(0, await LeftOutAsync("from: \"1999-01\", to: \"1999-12\", interval: MONTH"));
        var own = await server.AskAsync(
            $$"""
            {
              agency(by: { id: "{{agency.Id()}}" }) {
                complaintTrend(from: "1998-01", to: "1998-12") { figuresLeftOut }
              }
              other: agency(by: { id: "{{other.Id()}}" }) {
                complaintTrend(from: "1998-10", to: "1998-12") { figuresLeftOut }
              }
            }
            """
        );
        Assert.Equal(
            [2, 0],
            own.EnumerateObject()
                .Select(named => named.Value.GetProperty("complaintTrend").GetProperty("figuresLeftOut").GetInt32())
        );

        async Task<int> LeftOutAsync(string asked) =>
            (await server.AskAsync($$"""{ complaintTrend({{asked}}, {{Of(agency, other)}}) { figuresLeftOut } }"""))
                .GetProperty("complaintTrend")
                .GetProperty("figuresLeftOut")
                .GetInt32();
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Fiscal_years_are_compared_with_the_one_before(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.StoreAsync(
            agency.In("1995-10", 10, 100, 90, covers: CoveredPeriod.Year),
            agency.In("1996-10", 20, 150, 120, covers: CoveredPeriod.Year)
        );

        var data = await server.AskAsync(
            $$"""
            {
              complaintTrend(from: "1996-10", to: "1997-09", interval: FISCAL_YEAR, {{Of(agency)}}) {
                points { from to received pendingStart pendingEnd figures change { received receivedPercent figures } }
              }
            }
            """
        );

        Assert.Equal(
            ["1996-10 1997-09 150 20 50 1 50 50 0"],
            data.GetProperty("complaintTrend")
                .GetProperty("points")
                .Lines(
                    "from",
                    "to",
                    "received",
                    "pendingStart",
                    "pendingEnd",
                    "figures",
                    "change.received",
                    "change.receivedPercent",
                    "change.figures"
                )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Years_carry_over_or_are_restated_and_leave_no_gaps(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.StoreAsync(
            agency.In("1995-01", 10, 100, 90, covers: CoveredPeriod.Year),
            agency.In("1996-01", 20, 100, 90, covers: CoveredPeriod.Year),
            agency.In("1997-01", 37, 100, 90, covers: CoveredPeriod.Year),
            agency.In("1998-01", 50, 3, 3)
        );

        var data = await server.AskAsync(
            $$"""
            {
              restated: complaintCarryOver(from: "1995-01", to: "1998-12", {{Of(agency)}}) {
                breaks { month covers monthBefore coversBefore closing opening monthsMissing }
              }
              gaps: complaintCarryOver(from: "1995-01", to: "1998-12", kind: GAP, {{Of(agency)}}) { totalCount }
            }
            """
        );

        Assert.Equal(
            ["1997-01 YEAR 1996-12 YEAR 30 37 0", "1998-01 MONTH 1997-12 YEAR 47 50 0"],
            data.GetProperty("restated")
                .GetProperty("breaks")
                .Lines("month", "covers", "monthBefore", "coversBefore", "closing", "opening", "monthsMissing")
        );
        Assert.Equal(0, data.GetProperty("gaps").GetProperty("totalCount").GetInt32());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_year_grows_beside_the_twelve_months_before(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var late = await server.HasKindAsync(agency, "Late letters");
        await server.StoreAsync(
            agency.In("1996-01", 0, 100, 0, category: late, covers: CoveredPeriod.Year),
            agency.In("1997-01", 0, 30, 0, category: late, covers: CoveredPeriod.Quarter),
            agency.In("1997-04", 0, 120, 0, category: late),
            // This year lies in neither of the two.
            agency.In("1996-10", 0, 999, 0, category: late, covers: CoveredPeriod.Year)
        );

        var data = await server.AskAsync(
            """
            { topComplaintCategories(from: "1997-01", to: "1997-12", first: 100) {
              own { category { name } agency { id } received receivedBefore months monthsBefore grew } } }
            """
        );

        Assert.Equal(
            ["150 100 4 12 True"],
            data.GetProperty("topComplaintCategories")
                .GetProperty("own")
                .EnumerateArray()
                .Where(own => own.GetProperty("agency").Text("id") == agency.Id())
                .Lines("received", "receivedBefore", "months", "monthsBefore", "grew")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Figures_for_a_year_are_recorded_and_found_by_their_length(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var year = Complaining.Figures(agency, ("month", "1996-10"), ("covers", "YEAR"));

        var recorded = await server
            .As(agency)
            .DoneAsync(
                "reportComplaintMetrics",
                new { metrics = new object[] { year, Complaining.Figures(agency) } },
                "complaintMetrics { month covers lastMonth revision }"
            );
        var data = await server.AskAsync(
            $$"""
            {
              complaintMetrics(
                where: { covers: { eq: YEAR }, agency: { abbreviation: { eq: "{{agency.Abbreviation}}" } } }
              ) {
                nodes { month covers lastMonth received }
              }
            }
            """
        );

        Assert.Equal(
            ["1996-10 YEAR 1997-09 1", "1998-04 MONTH 1998-04 1"],
            recorded.GetProperty("complaintMetrics").Lines("month", "covers", "lastMonth", "revision")
        );
        Assert.Equal(
            ["1996-10 YEAR 1997-09 30"],
            data.GetProperty("complaintMetrics").GetProperty("nodes").Lines("month", "covers", "lastMonth", "received")
        );
    }

    private static async Task<IReadOnlyList<string>> TrendAsync(
        CwaServer server,
        string asked,
        params Agency[] agencies
    )
    {
        var data = await server.AskAsync(
            $$"""{ complaintTrend({{asked}}, {{Of(agencies)}}) { points { from received } } }"""
        );
        return data.GetProperty("complaintTrend").GetProperty("points").Lines("from", "received");
    }

    private static string Of(params Agency[] agencies)
    {
        var named = JsonSerializer.Serialize(agencies.Select(a => a.Abbreviation));
        return $$"""where: { agency: { abbreviation: { in: {{named}} } } }""";
    }
}
