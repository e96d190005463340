using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.Complaining;

namespace Cwa.Graph.Tests;

/// <summary>Batches of complaint figures: whole or not at all, at the same time, large, or repeated.</summary>
public sealed class ComplaintMetricBatchTests(WritingServers servers) : IClassFixture<WritingServers>
{
    private const int Most = 500;

    private static readonly string?[] Channels = [null, "TELEPHONE", "MAIL", "EMAIL", "IN_PERSON", "WEB", "OTHER"];

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_batch_is_reported_whole_or_not_at_all(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var other = await server.HasAgencyAsync();
        var categoryId = await server.HasCategoryAsync(other);

        var refused = await server.ReportAsync(
            agency,
            Figures(agency),
            Figures(agency, ("month", "1998-05"), ("pendingEnd", 16)),
            Figures(
                agency,
                ("month", "1998-06"),
                ("received", -1),
                ("medianDays", -0.5),
                ("resolved", 1_000_000_000_001)
            ),
            Figures(agency, ("month", "1998-07"), ("withinTarget", null), ("medianDaysMissing", "NOT_COLLECTED")),
            Figures(agency, ("month", "1998-12")),
            Figures(agency),
            Figures(agency, ("categoryId", categoryId)),
            Figures(other)
        );

        Assert.Equal(
            [
                "FiguresDoNotBalance input.metrics.1.pendingEnd",
                "NegativeNumber input.metrics.2.received",
                "NumberTooLarge input.metrics.2.resolved",
                "NegativeNumber input.metrics.2.medianDays",
                "NumberOrReason input.metrics.3.countsMissing",
                "NumberOrReason input.metrics.3.medianDaysMissing",
                "MonthNotBegun input.metrics.4.month",
                "FiguresListedTwice input.metrics.5",
                "RecordNotFound input.metrics.6.categoryId",
                "AgencyNotFound input.metrics.7.agencyId",
            ],
            refused.Refusals()
        );
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.False(await db.ComplaintMetrics.AnyAsync(m => m.AgencyId == agency.Id));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Simultaneous_equal_figures_are_stored_once_and_different_ones_become_revisions(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var same = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.ReportAsync(agency, Figures(agency))));
        var others = await Task.WhenAll(
            Enumerable
                .Range(1, 8)
                .Select(more =>
                    server.ReportAsync(agency, Figures(agency, ("received", 30 + more), ("pendingEnd", 15 + more)))
                )
        );

        Assert.Single(same.Select(p => p.Metric().Text("id")).Distinct());
        Assert.Equal(Enumerable.Range(2, 8), others.Select(p => p.MetricRevision()).Order());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Simultaneous_batches_in_opposite_order_do_not_deadlock(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var component = await server.HasAgencyAsync(agency);

        var payloads = await Task.WhenAll(
            Enumerable
                .Range(1, 9)
                .Select(month =>
                    server.ReportAsync(
                        agency,
                        [
                            .. (month % 2 == 0 ? [agency, component] : new[] { component, agency }).Select(a =>
                                Figures(a, ("month", $"1998-0{month}"))
                            ),
                        ]
                    )
                )
        );

        Assert.All(payloads, payload => Assert.Empty(payload.Refusals()));
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Guid[] both = [agency.Id, component.Id];
        Assert.Equal(18, await db.ComplaintMetrics.CountAsync(m => both.Contains(m.AgencyId)));
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Five_hundred_figures_are_read_with_as_few_statements_as_one(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        object[] all =
        [
            .. new ReportMonth(1992, 1)
                .Through(new(1998, 6))
                .SelectMany(
                    _ => Channels,
                    (month, channel) => Figures(agency, ("month", $"{month}"), ("channel", channel))
                ),
        ];
        await server.ReportAsync(agency, all[0]);

        var one = await ReadsAsync(Figures(agency, ("received", 31), ("pendingEnd", 16)));
        var most = await ReadsAsync(all[..Most]);
        var tooMany = await server.ReportAsync(agency, all[..(Most + 1)]);

        Assert.Equal(one, most);
        Assert.Equal(["TooMany input.metrics"], tooMany.Refusals());
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(Most + 1, await db.ComplaintMetrics.CountAsync(m => m.AgencyId == agency.Id));

        async Task<IReadOnlyList<string>> ReadsAsync(params object[] metrics)
        {
            server.Statements.Clear();
            var payload = await server
                .As(agency)
                .DoneAsync("reportComplaintMetrics", new { metrics }, "complaintMetrics { revision }");
            Assert.Equal(metrics.Length, payload.GetProperty("complaintMetrics").GetArrayLength());
            return [.. server.Statements.All.Where(sql => sql.StartsWith("SELECT", StringComparison.Ordinal))];
        }
    }

    [Fact]
    public async Task An_idempotency_key_gives_the_first_figures_again_even_after_a_correction()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        object[] metrics = [Figures(agency, ("medianDays", 0.1)), Figures(agency, ("channel", "WEB"))];
        var input = new { metrics, idempotencyKey = Guid.NewGuid().ToString() };
        var first = await server.As(agency).DoneAsync("reportComplaintMetrics", input, Metrics);
        await server.ReportAsync(agency, Figures(agency, ("medianDays", 7)));

        var again = await server.As(agency).DoneAsync("reportComplaintMetrics", input, Metrics);

        Assert.Equal(Ids(first), Ids(again));

        static IEnumerable<string?> Ids(JsonElement payload) =>
            payload.GetProperty("complaintMetrics").EnumerateArray().Select(m => m.Text("id"));
    }
}
