using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class ComparedMonthsTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_period_is_not_compared_with_one_that_has_figures_for_fewer_months(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.StoreAsync(
            agency.In("1997-12", 0, 4, 4),
            agency.In("1998-03", 0, 10, 10),
            agency.In("1998-04", 0, 10, 10),
            agency.In("1998-05", 0, 11, 11),
            agency.In("1998-06", 0, 12, 12),
            agency.In("1998-07", 0, 20, 20),
            agency.In("1998-09", 0, 22, 22)
        );

        var quarters = await TrendAsync(server, "QUARTER", agency);

        // One month and one; three after one; two after three: 42 − 33.
        Assert.Equal(
            ["1998-01 1 10 6 150", "1998-04 3 33 - -", "1998-07 2 42 9 27.272727272727273"],
            quarters.Lines("from", "months", "received", "change.received", "change.receivedPercent")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_quarters_figures_are_those_of_three_months_and_a_years_of_twelve(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (agency, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        await server.StoreAsync(
            agency.In("1998-01", 0, 10, 10, covers: CoveredPeriod.Quarter),
            agency.In("1998-04", 0, 4, 4),
            agency.In("1998-05", 0, 4, 4),
            agency.In("1998-06", 0, 4, 4),
            agency.In("1997-01", 0, 60, 60, covers: CoveredPeriod.Year),
            // Another agency that began later does not make the months fewer.
            other.In("1998-05", 0, 3, 3)
        );

        var quarters = await TrendAsync(server, "QUARTER", agency, other);
        var years = await TrendAsync(server, "YEAR", agency, other);

        Assert.Equal(["1998-01 3 -", "1998-04 3 5"], quarters.Lines("from", "months", "change.received"));
        // It is 16 November: the year is not over.
        Assert.Equal(["1998-01 6 -"], years.Lines("from", "months", "change.received"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Categories_are_not_compared_with_a_period_that_has_figures_for_fewer_months(string provider)
    {
        var server = await servers.OnAsync(provider);
        var (agency, other) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var late = await server.HasKindAsync(agency, "Late letters");
        var slow = await server.HasKindAsync(other, "Slow answers");
        var rude = await server.HasKindAsync(other, "Rude clerks", TopCategory.Courtesy);
        await server.StoreAsync(
            // 20 in June; 20 + 30 in July and August.
            agency.In("1998-06", 0, 20, 0, category: late),
            agency.In("1998-07", 0, 20, 0, category: late),
            agency.In("1998-08", 0, 30, 0, category: late),
            other.In("1998-08", 0, 10, 0, category: slow),
            // 15 + 25 in May and June; 44 in August.
            other.In("1998-05", 0, 15, 0, category: rude),
            other.In("1998-06", 0, 25, 0, category: rude),
            other.In("1998-08", 0, 44, 0, category: rude)
        );

        var top = (
            await server
                .As(agency, other)
                .AskAsync(
                    """
                    {
                      topComplaintCategories(from: "1998-07", to: "1998-08") {
                        common { top received receivedBefore receivedPercent months monthsBefore }
                        own { category { name } received receivedBefore receivedPercent months monthsBefore }
                      }
                    }
                    """
                )
        ).GetProperty("topComplaintCategories");

        Assert.Equal(
            ["TIMELINESS 60 20 - 2 1", "COURTESY 44 40 10 1 2"],
            top.GetProperty("common")
                .Lines("top", "received", "receivedBefore", "receivedPercent", "months", "monthsBefore")
        );
        Assert.Equal(
            ["Late letters 50 20 - 2 1", "Rude clerks 44 40 10 1 2", "Slow answers 10 0 - 1 0"],
            top.GetProperty("own")
                .Lines("category.name", "received", "receivedBefore", "receivedPercent", "months", "monthsBefore")
        );
    }

    private static async Task<JsonElement> TrendAsync(CwaServer server, string interval, params Agency[] agencies) => (
            await server
                .As(agencies)
                .AskAsync(
                    $$"""
                    {
                      complaintTrend(from: "1998-01", to: "1998-12", interval: {{interval}}) {
                        points { from months received change { received receivedPercent } }
                      }
                    }
                    """
                )
        ).GetProperty("complaintTrend").GetProperty("points");
}
