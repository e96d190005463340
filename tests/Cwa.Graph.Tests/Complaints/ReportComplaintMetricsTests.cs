using System.Text.Json;
using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Graph.Tests.Complaining;

namespace Cwa.Graph.Tests;

public sealed class ReportComplaintMetricsTests(WritingServers servers) : IClassFixture<WritingServers>
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Figures_are_kept_as_reported_and_in_the_order_reported(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        var component = await server.HasAgencyAsync(agency);
        await server.EstablishAsync(agency);
        await server.EstablishAsync(component);
        var categoryId = await server.HasCategoryAsync(component);

        var payload = await server.ReportAsync(
            agency,
            Figures(component, ("categoryId", categoryId), ("channel", "MAIL")),
            Figures(
                agency,
                ("received", null),
                ("countsMissing", "NOT_COLLECTED"),
                ("medianDays", null),
                ("medianDaysMissing", "LESS_THAN")
            ),
            Figures(agency, ("month", "1998-03"), ("pendingStart", 5_000_000_000), ("pendingEnd", 5_000_000_005))
        );

        Assert.Empty(payload.Refusals());
        Assert.Equal(["input.metrics.1.pendingStart"], payload.Warnings());
        var metrics = payload.GetProperty("complaintMetrics").EnumerateArray().ToList();
        Assert.Equal(
            ("Lost cheques", "MAIL"),
            (metrics[0].GetProperty("category").Text("name"), metrics[0].Text("channel"))
        );
        Assert.Equal(
            (10, 30, 25, 15, 20, 6.5),
            (
                Count(0, "pendingStart"),
                Count(0, "received"),
                Count(0, "resolved"),
                Count(0, "pendingEnd"),
                Count(0, "withinTarget"),
                metrics[0].GetProperty("medianDays").GetDouble()
            )
        );
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null),
            (metrics[1].GetProperty("received").ValueKind, metrics[1].GetProperty("balances").ValueKind)
        );
        Assert.Equal("LESS_THAN", metrics[1].Text("medianDaysMissing"));
        Assert.Equal(5_000_000_005, Count(2, "pendingEnd"));

        long Count(int index, string count) => metrics[index].GetProperty(count).GetInt64();
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Different_figures_become_the_next_revision_and_equal_ones_change_nothing(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();

        var first = await server.ReportAsync(agency, Figures(agency));
        var same = await server.ReportAsync(agency, Figures(agency));
        var corrected = await server.ReportAsync(agency, Figures(agency, ("received", 31), ("pendingEnd", 16)));
        var back = await server.ReportAsync(agency, Figures(agency));

        Assert.Equal(first.Metric().Text("id"), same.Metric().Text("id"));
        Assert.Equal(
            [1, 1, 2, 3],
            [first.MetricRevision(), same.MetricRevision(), corrected.MetricRevision(), back.MetricRevision()]
        );
        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(
            [(1, false), (2, false), (3, true)],
            (
                await db.ComplaintMetrics.Where(m => m.AgencyId == agency.Id).OrderBy(m => m.Revision).ToListAsync()
            ).Select(m => (m.Revision, m.IsCurrent))
        );
        Assert.Equal(3, await db.FeedEntries.CountAsync(e => e.AgencyId == agency.Id));
        Assert.Equal(5, await db.AuditEntries.CountAsync(e => e.AgencyId == agency.Id));
    }

    [Fact]
    public async Task A_refusal_of_unbalanced_figures_says_which_number_would_balance_them()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var data = await server
            .As(agency)
            .AskAsync(
                """
                mutation ($input: ReportComplaintMetricsInput!) {
                  reportComplaintMetrics(input: $input) { errors { ... on FiguresDoNotBalance { expected } } }
                }
                """,
                new { input = new { metrics = new[] { Figures(agency, ("resolved", 45)) } } }
            );

        Assert.Equal(
            -5,
            Assert
                .Single(data.GetProperty("reportComplaintMetrics").GetProperty("errors").EnumerateArray())
                .GetProperty("expected")
                .GetInt64()
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_month_that_does_not_open_with_what_the_previous_one_closed_with_gets_a_warning(string provider)
    {
        var server = await servers.OnAsync(provider);
        var agency = await server.HasAgencyAsync();
        await server.EstablishAsync(agency);
        await server.ReportAsync(agency, Figures(agency));

        var restated = await server.ReportAsync(
            agency,
            Figures(agency, ("month", "1998-05"), ("pendingStart", 14), ("pendingEnd", 19))
        );
        var together = await server.ReportAsync(
            agency,
            Figures(agency, ("month", "1998-05"), ("pendingStart", 12), ("pendingEnd", 17)),
            Figures(agency, ("pendingEnd", 12), ("resolved", 28))
        );

        Assert.Empty(restated.Refusals());
        Assert.Equal(["input.metrics.0.pendingStart"], restated.Warnings());
        Assert.Empty(together.Warnings());
    }

    [Fact]
    public async Task A_warning_about_a_month_is_given_once_and_stored()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();
        await server.EstablishAsync(agency, "1998-05-01");

        var payload = await server.ReportAsync(
            agency,
            Figures(agency, ("withinTarget", 26)),
            Figures(agency, ("channel", "MAIL")),
            Figures(agency, ("month", "1998-11"), ("channel", "MAIL")),
            Figures(agency, ("month", "0001-01"))
        );

        Assert.Empty(payload.Refusals());
        Assert.Equal(
            [
                "input.metrics.0.withinTarget",
                "input.metrics.0.month",
                "input.metrics.2.month",
                "input.metrics.3.month",
                "input.metrics.3.month",
            ],
            payload.Warnings()
        );
    }

    [Fact]
    public async Task The_feed_has_one_entry_for_an_agencys_month_and_the_audit_trail_has_every_figure()
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        await server.ReportAsync(
            agency,
            Figures(agency),
            Figures(agency, ("channel", "MAIL")),
            Figures(agency, ("month", "1998-05")),
            Figures(agency, ("month", "1998-05"), ("channel", "WEB"))
        );

        await using var db = await server.Database.Contexts.CreateDbContextAsync();
        Assert.Equal(
            [FeedKind.ComplaintMetricsReported, FeedKind.ComplaintMetricsReported],
            await db.FeedEntries.Where(e => e.AgencyId == agency.Id).Select(e => e.Kind).ToListAsync()
        );
        Assert.Equal(
            4,
            await db.AuditEntries.CountAsync(e => e.AgencyId == agency.Id && e.Action == "reportComplaintMetrics")
        );
    }

    [Theory]
    [InlineData("1e999", "GRAPHQL_VALIDATION_FAILED", null)]
    [InlineData("1e308", null, "NumberTooLarge")]
    public async Task A_median_too_large_to_be_summed_is_refused(string median, string? code, string? refusal)
    {
        var server = await servers.OnAsync(TestDatabase.Sqlite);
        var agency = await server.HasAgencyAsync();

        var answer = await server
            .As(agency)
            .SendAsync(
                $$"""
                mutation {
                  reportComplaintMetrics(input: { metrics: [{
                    agencyId: "{{agency.Id()}}", month: "1998-04", countsMissing: NOT_COLLECTED, medianDays: {{median}}
                  }] }) { errors { __typename } }
                }
                """
            );

        Assert.Equal(
            code,
            answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").Text("code") : null
        );
        Assert.Equal(
            refusal,
            answer.TryGetProperty("data", out var data)
                ? Assert
                    .Single(data.GetProperty("reportComplaintMetrics").GetProperty("errors").EnumerateArray())
                    .Text("__typename")
                : null
        );
    }
}
