using Cwa.Model;
using Cwa.Tests;

namespace Cwa.Graph.Tests;

/// <summary>How many complaints are resolved within target, in trends and totals.</summary>
/// <remarks>
/// One resolved 40 in April, 30 of them within target, and 50 in May, 45 of them. Two resolved 60 in April, and does
/// not say how many of them were within target.
/// </remarks>
public sealed class WithinTargetTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private static readonly string[] Point =
    [
        "from",
        "resolved",
        "withinTarget",
        "withinTargetOf",
        "withinTargetShare",
        "change.withinTargetShare",
    ];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_trend_tells_it_of_the_figures_that_say_so(string provider)
    {
        var (server, one, two, _) = await HasFiguresAsync(provider);

        Assert.Equal(
            ["1998-04 100 30 40 0.75 -", "1998-05 50 45 50 0.9 0.15"],
            (await TrendAsync("MONTH")).Select(line => line.Replace("0.15000000000000002", "0.15"))
        );
        Assert.Equal(["1998-04 150 75 90 0.8333333333333334 -"], await TrendAsync("QUARTER"));
        Assert.Equal(["1998-04 60 0 0 - -"], await TrendAsync("MONTH", only: two));

        async Task<IReadOnlyList<string>> TrendAsync(string interval, Agency? only = null)
        {
            var trend = await server
                .As(only is null ? [one, two] : [only])
                .AskAsync(
                    $$"""
                    {
                      complaintTrend(from: "1998-04", to: "1998-06", interval: {{interval}}) {
                        points { from resolved withinTarget withinTargetOf withinTargetShare
                          change { withinTargetShare } }
                      }
                    }
                    """
                );
            return trend
                .GetProperty("complaintTrend")
                .GetProperty("points")
                .EnumerateArray()
                .Select(p => string.Join(' ', new[] { p }.Lines(Point)).Replace(" null", " -"))
                .ToList();
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Only_a_trend_that_asks_for_it_reads_more_than_the_index(string provider)
    {
        var (server, one, _, _) = await HasFiguresAsync(provider);

        Assert.False(await ReadsAsync("received resolvedShare change { received }"));
        Assert.True(await ReadsAsync("withinTargetShare"));
        Assert.True(await ReadsAsync("change { withinTargetShare }"));

        async Task<bool> ReadsAsync(string point)
        {
            server.Statements.Clear();
            await server
                .As(one)
                .AskAsync($$"""{ complaintTrend(from: "1998-04", to: "1998-06") { points { {{point}} } } }""");
            return server.Statements.All.Any(s => s.Contains("within_target", StringComparison.Ordinal));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Totals_by_category_tell_it_too(string provider)
    {
        var (server, one, two, _) = await HasFiguresAsync(provider);

        var top = (
            await server
                .As(one, two)
                .AskAsync(
                    """
                    {
                      topComplaintCategories(from: "1998-04", to: "1998-05") {
                        withinTargetShare common { top withinTargetShare } own { category { name } withinTargetShare }
                      }
                    }
                    """
                )
        ).GetProperty("topComplaintCategories");

        Assert.Equal(75 / 90.0, top.GetProperty("withinTargetShare").GetDouble(), 12);
        Assert.Equal(
            ["TIMELINESS 0.8333333333333334", "- -"],
            top.GetProperty("common").Lines("top", "withinTargetShare")
        );
        Assert.Equal(
            ["Late letters 0.8333333333333334"],
            top.GetProperty("own").Lines("category.name", "withinTargetShare")
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_effect_of_a_change_tells_it_before_and_after(string provider)
    {
        var (server, one, _, late) = await HasFiguresAsync(provider);
        await server.StoreAsync(one.Found("Late", "04-02", late).Assigned().Planned().Changed("05-01"));

        var effect = (
            await server
                .As(one)
                .AskAsync(
                    """
                    {
                      processChanges { nodes { effect(months: 1) {
                        before { withinTargetShare } after { withinTargetShare } withinTargetShare
                      } } }
                    }
                    """
                )
        ).GetProperty("processChanges").GetProperty("nodes")[0].GetProperty("effect");

        Assert.Equal(0.75, effect.GetProperty("before").GetProperty("withinTargetShare").GetDouble());
        Assert.Equal(0.9, effect.GetProperty("after").GetProperty("withinTargetShare").GetDouble());
        Assert.Equal(0.15, effect.GetProperty("withinTargetShare").GetDouble(), 12);
    }

    private async Task<(CwaServer Server, Agency One, Agency Two, ComplaintCategory Late)> HasFiguresAsync(
        string provider
    )
    {
        var server = await servers.OnAsync(provider);
        var (one, two) = (await server.HasAgencyAsync(), await server.HasAgencyAsync());
        var late = await server.HasKindAsync(one, "Late letters");
        await server.StoreAsync(
            Figures(one, 4, resolved: 40, within: 30, late),
            Figures(one, 5, resolved: 50, within: 45, late),
            Figures(two, 4, resolved: 60, within: null)
        );
        return (server, one, two, late);
    }

    private static ComplaintMetric Figures(
        Agency agency,
        int month,
        long resolved,
        long? within,
        ComplaintCategory? category = null
    ) =>
        new(
            agency.Id,
            new(1998, month),
            category,
            null,
            new()
            {
                PendingStart = 0,
                Received = resolved,
                Resolved = resolved,
                PendingEnd = 0,
                WithinTarget = within,
                CountsMissing = within is null ? MissingReason.NotCollected : null,
                MedianDaysMissing = MissingReason.NotCollected,
            }
        );
}
