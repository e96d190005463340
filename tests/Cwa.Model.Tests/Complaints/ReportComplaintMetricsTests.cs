using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Counting;

namespace Cwa.Model.Tests;

public sealed class ReportComplaintMetricsTests
{
    private readonly Desk _desk = new(new(1998, 5, 10));

    [Fact]
    public async Task Figures_are_kept_number_by_number()
    {
        var agency = await _desk.ComplainedToAsync();
        var category = new ComplaintCategory(agency.Id, "Refunds", TopCategory.Timeliness);
        await _desk.SaveAsync(category);

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Report(Metric(agency) with { CategoryId = category.AsId(), Channel = Channel.Mail }));

        var metric = done.Record;
        Assert.True(metric.Says(Figures));
        Assert.Equal(
            (agency.Id, Samples.April, category.Id, Channel.Mail),
            (metric.AgencyId, metric.Month, metric.CategoryId, metric.Channel)
        );
        Assert.Equal((1, true, true), (metric.Revision, metric.IsCurrent, metric.Balances));
        Assert.Equal([(FeedKind.ComplaintMetricsReported, agency.Id, metric.Id)], done.Announced);
        Assert.Empty(done.Warned);
    }

    [Fact]
    public async Task Other_figures_are_the_next_revision_and_the_current_one()
    {
        var agency = await _desk.ComplainedToAsync();
        var clerk = _desk.ClerkOf(agency);
        var first = await clerk.DoAsync(Report(Metric(agency)));

        var second = await clerk.DoAsync(Report(Metric(agency) with { Resolved = 91, PendingEnd = 49 }));

        Assert.Equal((2, 91), (second.Record.Revision, second.Record.Resolved));
        Assert.Equal([(FeedKind.ComplaintMetricsReported, agency.Id, second.Record.Id)], second.Announced);
        Assert.Equal([first.Record.Id, second.Record.Id], second.Audited.Select(entry => entry.SubjectId));
        Assert.Equal([second.Record.Id], await CurrentAsync(agency));
    }

    [Fact]
    public async Task The_same_figures_again_change_nothing()
    {
        var agency = await _desk.ComplainedToAsync();
        var clerk = _desk.ClerkOf(agency);
        var first = await clerk.DoAsync(Report(Metric(agency)));

        var second = await clerk.DoAsync(Report(Metric(agency)));

        Assert.Equal((first.Record.Id, 1), (second.Record.Id, second.Record.Revision));
        Assert.Empty(second.Announced);
        Assert.Empty(second.Audited);
    }

    [Fact]
    public async Task A_batch_is_announced_once_for_each_agency_and_month_by_the_first_figures_that_change()
    {
        var (one, other) = (await _desk.ComplainedToAsync(), await _desk.ComplainedToAsync());
        var clerk = _desk.ClerkOf(one, other);
        await clerk.DoAsync(Report(Metric(one)));
        var march = Metric(one) with { Month = new(1998, 3), PendingEnd = 40, Resolved = 100 };

        var done = await clerk.DoAsync(
            Report(
                Metric(one),
                Metric(one) with
                {
                    Channel = Channel.Mail,
                },
                Metric(one) with
                {
                    Channel = Channel.Web,
                },
                march,
                Metric(other)
            )
        );

        Assert.Equal(
            [
                (FeedKind.ComplaintMetricsReported, one.Id, done.Records[1].Id),
                (FeedKind.ComplaintMetricsReported, one.Id, done.Records[3].Id),
                (FeedKind.ComplaintMetricsReported, other.Id, done.Records[4].Id),
            ],
            done.Announced
        );
        Assert.Equal(done.Records.Skip(1).Select(metric => metric.Id), done.Audited.Select(entry => entry.SubjectId));
        Assert.Equal([null, Channel.Mail, Channel.Web, null, null], done.Records.Select(metric => metric.Channel));
    }

    [Fact]
    public async Task Either_all_figures_of_a_batch_are_kept_or_none()
    {
        var agency = await _desk.ComplainedToAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Report(Metric(agency), Metric(agency) with { Channel = Channel.Mail, Received = -1 }));

        Assert.Equal(["input.metrics.1.received NegativeNumber: This number cannot be negative."], done.Refused);
        Assert.Empty(done.Records);
        Assert.Empty(await CurrentAsync(agency));
    }

    [Fact]
    public async Task A_batch_has_at_most_500_figures_and_more_are_not_looked_at()
    {
        var agency = await _desk.ComplainedToAsync();
        var months = Enumerable.Range(0, 501).Select(n => new ReportMonth(1950, 1).Plus(n));
        var metrics = months
            .Select(month => Metric(agency) with { Month = month, Resolved = 100, PendingEnd = 40 })
            .ToArray();

        var most = await _desk.ClerkOf(agency).DoAsync(Report(metrics[1..]));
        var tooMany = await _desk.ClerkOf(agency).DoAsync(Report([.. metrics.Select(m => m with { Received = -1 })]));

        Assert.Equal(500, most.Records.Count);
        Assert.Equal(["input.metrics TooMany: This list has 501 items; at most 500 fit."], tooMany.Refused);
    }

    private Task<List<Guid>> CurrentAsync(Agency agency) =>
        _desk.ReadAsync(db =>
            db.ComplaintMetrics.Where(m => m.AgencyId == agency.Id && m.IsCurrent).Select(m => m.Id).ToListAsync()
        );
}
