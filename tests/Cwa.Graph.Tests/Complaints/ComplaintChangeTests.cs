using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

public sealed class ComplaintChangeTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private static readonly string[] Changes =
    [
        "from",
        "to",
        "received",
        "pendingEnd",
        "medianDays",
        "change.received",
        "change.receivedPercent",
        "change.resolved",
        "change.pendingEnd",
        "change.medianDays",
        "change.figures",
    ];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_period_is_compared_with_the_previous_one_even_outside_the_range_asked_for(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var (late, rude) = (
            await server.HasKindAsync(agency, "Late"),
            await server.HasKindAsync(agency, "Rude", TopCategory.Courtesy)
        );
        await server.StoreAsync(
            // March: 40 + 10 received; (10 days × 20 + 4 days × 10) ÷ 30 = 8 days; 20 + 0 pending.
            agency.In("1998-03", 0, 40, 20, 10, late),
            agency.In("1998-03", 0, 10, 10, 4, rude),
            // April: 30 + 10; (2 × 50 + 8 × 10) ÷ 60 = 3; 0 + 0.
            agency.In("1998-04", 20, 30, 50, 2, late),
            agency.In("1998-04", 0, 10, 10, 8, rude),
            // May: 60, with nothing for "rude"; no median; 60 pending.
            agency.In("1998-05", 0, 60, 0, null, late)
        );

        var months = await TrendAsync(server, agency, "from: \"1998-04\", to: \"1998-06\"");

        Assert.Equal(
            ["1998-04 1998-04 40 0 3 -10 -20 30 -20 -5 0", "1998-05 1998-05 60 60 - 20 50 -60 60 - -1"],
            months.Lines(Changes)
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_period_that_is_incomplete_or_not_over_is_not_compared(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.StoreAsync(
            agency.In("1998-01", 0, 1, 1),
            agency.In("1998-05", 0, 10, 10),
            agency.In("1998-08", 0, 18, 18),
            agency.In("1998-10", 0, 9, 9)
        );

        // It is 16 November, so the last quarter is not over.
        var quarters = await TrendAsync(server, agency, "from: \"1998-04\", to: \"1998-12\", interval: QUARTER");
        var cut = await TrendAsync(server, agency, "from: \"1998-05\", to: \"1998-08\", interval: QUARTER");

        Assert.Equal(["1998-04 9", "1998-07 8", "1998-10 -"], quarters.Lines("from", "change.received"));
        Assert.Equal(["1998-05 -", "1998-07 -"], cut.Lines("from", "change.received"));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_largest_counts_are_added_up_exactly(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.StoreAsync(
            agency.In("1998-04", Counts.Largest, Counts.Largest - 1, Counts.Largest),
            agency.In("1998-05", Counts.Largest - 1, Counts.Largest - 2, Counts.Largest - 1)
        );

        var quarter = await TrendAsync(server, agency, "from: \"1998-04\", to: \"1998-06\", interval: QUARTER");
        var months = await TrendAsync(server, agency, "from: \"1998-05\", to: \"1998-05\"");

        Assert.Equal(
            ["1000000000000 1999999999997 1999999999999 999999999998"],
            quarter.Lines("pendingStart", "received", "resolved", "pendingEnd")
        );
        Assert.Equal(
            ["999999999999 999999999998 999999999999 999999999998"],
            months.Lines("pendingStart", "received", "resolved", "pendingEnd")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_group_is_compared_with_itself(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var (late, rude) = (
            await server.HasKindAsync(agency, "Late"),
            await server.HasKindAsync(agency, "Rude", TopCategory.Courtesy)
        );
        await server.StoreAsync(
            agency.In("1998-03", 0, 0, 0, 1, late),
            agency.In("1998-04", 0, 5, 0, 1, late),
            agency.In("1998-04", 0, 7, 0, 1, rude),
            agency.In("1998-05", 5, 6, 0, 1, rude)
        );

        var kinds = await TrendAsync(server, agency, "from: \"1998-04\", to: \"1998-05\", groupBy: [CATEGORY]");

        Assert.Equal(
            ["1998-04 TIMELINESS 5 -", "1998-04 COURTESY - -", "1998-05 COURTESY -1 -14.285714285714286"],
            kinds.Lines("from", "category", "change.received", "change.receivedPercent")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_missing_number_adds_nothing_and_is_counted_as_missing(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var (late, rude) = (await server.HasKindAsync(agency, "Late"), await server.HasKindAsync(agency, "Rude"));
        await server.StoreAsync(agency.In("1998-04", 3, 5, 4, 9, late), agency.In("1998-04", 2, null, 4, 3, rude));

        var points = await TrendAsync(server, agency, "from: \"1998-04\", to: \"1998-04\"");

        // The median is weighted by complaints resolved, which both rows have: (9 × 4 + 3 × 4) ÷ 8.
        Assert.Equal(
            ["5 5 8 4 6 2 1"],
            points.Lines(
                "pendingStart",
                "received",
                "resolved",
                "pendingEnd",
                "medianDays",
                "figures",
                "figuresMissing"
            )
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Twelve_months_of_eight_kinds_of_163_agencies_are_one_statement(string provider)
    {
        await using var server = await CwaServer.StartAsync(provider);
        await using (var db = await server.Database.Contexts.CreateDbContextAsync())
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            var agencies = db
                .Agencies.AsEnumerable()
                .OrderBy(a => a.Abbreviation, StringComparer.Ordinal)
                .Take(163)
                .ToList();
            Assert.Equal(163, agencies.Count);
            foreach (var agency in agencies)
            {
                foreach (var top in Enum.GetValues<TopCategory>())
                {
                    var category = new ComplaintCategory(agency.Id, $"{top}", top);
                    db.Add(category);
                    db.AddRange(
                        Enumerable
                            .Range(1, 12)
                            .Select(month => agency.In($"1998-{month:D2}", 0, month, month, 1, category))
                    );
                }
            }

            await db.SaveChangesAsync();
        }

        server.Statements.Clear();
        var trend = (
            await server.AskAsync(
                """
                {
                  complaintTrend(from: "1998-01", to: "1998-12", groupBy: [AGENCY, CATEGORY]) {
                    points { from received pendingEnd resolvedShare medianDays change { received } }
                  }
                }
                """
            )
        ).GetProperty("complaintTrend").GetProperty("points");

        Assert.Single(server.Statements.All);
        Assert.Equal(163 * 12 * 8, trend.GetArrayLength());
        // 1 + 2 + … + 12 = 78 of each series, and one more every month.
        Assert.Equal(163 * 8 * 78, trend.EnumerateArray().Sum(p => p.GetProperty("received").GetInt64()));
        Assert.All(
            trend.EnumerateArray().Where(p => p.Text("from") is not ("1998-01" or "1998-11" or "1998-12")),
            p => Assert.Equal(1, p.GetProperty("change").GetProperty("received").GetInt64())
        );
    }

    [Theory]
    [InlineData(
        "points { ...P }",
        "fragment P on ComplaintTrendPoint { ...C } fragment C on ComplaintTrendPoint { CHANGE }"
    )]
    [InlineData("points { ... on ComplaintTrendPoint { ... { CHANGE } } }", "")]
    [InlineData("...T points { from }", "fragment T on ComplaintTrend { points { received CHANGE } }")]
    [InlineData("points { from } points { CHANGE }", "")]
    public async Task A_change_is_told_wherever_it_is_selected(string selection, string fragments)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        await server.StoreAsync(agency.In("1998-03", 0, 40, 40), agency.In("1998-04", 0, 50, 50));
        const string change = "change { received }";

        var trend = (
            await server
                .As(agency)
                .AskAsync(
                    $$"""
                    { complaintTrend(from: "1998-04", to: "1998-04") { {{selection}} } } {{fragments}}
                    """.Replace("CHANGE", change, StringComparison.Ordinal)
                )
        ).GetProperty("complaintTrend");

        var point = Assert.Single(trend.GetProperty("points").EnumerateArray());
        Assert.Equal(10, point.GetProperty("change").GetProperty("received").GetInt32());
    }

    private static async Task<JsonElement> TrendAsync(CwaServer server, Agency agency, string arguments) => (
            await server
                .As(agency)
                .AskAsync(
                    $$"""
                    {
                      complaintTrend({{arguments}}) {
                        points {
                          from to category pendingStart received resolved pendingEnd medianDays figures figuresMissing
                          change { received receivedPercent resolved pendingEnd medianDays figures }
                        }
                      }
                    }
                    """
                )
        ).GetProperty("complaintTrend").GetProperty("points");
}
