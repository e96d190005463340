using Cwa.Model;
using Cwa.Tests;
using static Cwa.Graph.Tests.Measuring;

namespace Cwa.Graph.Tests;

/// <summary>A trend counts figures for quarters and years in the intervals that hold them.</summary>
public sealed class LongerTrendTests(WritingServers servers) : IClassFixture<WritingServers>
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
}
