using CsCheck;
using static Cwa.Model.Tests.Counting;

namespace Cwa.Model.Tests;

public sealed class ComplaintMetricTests
{
    [Fact]
    public void All_counts_that_balance_are_accepted() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Long[0, 1_000_000], Gen.Double[0, 1])
            .Sample(
                (start, received, share) =>
                {
                    var resolved = (long)((start + received) * share);

                    var metric = Report(
                        Figures with
                        {
                            PendingStart = start,
                            Received = received,
                            Resolved = resolved,
                            PendingEnd = start + received - resolved,
                        }
                    );

                    return metric.Balances == true;
                }
            );

    [Fact]
    public void All_counts_that_do_not_balance_are_refused() =>
        Gen.Select(Gen.Long[0, 1000], Gen.Long[0, 1000], Gen.Long[0, 1000], Gen.Long[0, 1000])
            .Where((start, received, resolved, end) => start + received - resolved != end)
            .Sample(
                (start, received, resolved, end) =>
                {
                    var figures = Figures with
                    {
                        PendingStart = start,
                        Received = received,
                        Resolved = resolved,
                        PendingEnd = end,
                    };
                    Assert.Throws<ArgumentException>(() => Report(figures));
                }
            );

    [Fact]
    public void A_median_of_minus_zero_is_zero() =>
        Assert.False(double.IsNegative(Report(Figures with { MedianDays = -0.0 }).MedianDays!.Value));

    [Fact]
    public void The_balance_is_unknown_while_a_count_is_missing()
    {
        var metric = Report(Figures with { PendingEnd = null, CountsMissing = MissingReason.NotCollected });

        Assert.Null(metric.Balances);
    }

    [Fact]
    public void A_missing_count_needs_a_reason() =>
        Assert.Throws<ArgumentException>(() => Report(Figures with { WithinTarget = null }));

    [Fact]
    public void A_missing_median_needs_a_reason() =>
        Assert.Throws<ArgumentException>(() => Report(Figures with { MedianDays = null }));

    [Fact]
    public void A_reason_without_a_missing_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => Report(Figures with { MedianDaysMissing = MissingReason.LessThan }));

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(0, 1e308)]
    public void A_number_that_is_negative_or_too_large_to_sum_is_refused(long withinTarget, double medianDays) =>
        Assert.ThrowsAny<ArgumentException>(() =>
            Report(Figures with { WithinTarget = withinTarget, MedianDays = medianDays })
        );

    [Fact]
    public void A_correction_becomes_the_next_and_only_current_revision()
    {
        var first = Report(Figures);

        var second = first.Revise(Figures with { Resolved = 91, PendingEnd = 49 });

        Assert.Equal((1, false, 2, true), (first.Revision, first.IsCurrent, second.Revision, second.IsCurrent));
        Assert.Equal(90, first.Resolved);
    }

    [Fact]
    public void A_refused_correction_leaves_the_current_revision_current()
    {
        var metric = Report(Figures);

        Assert.Throws<ArgumentException>(() => metric.Revise(Figures with { Resolved = 91 }));

        Assert.True(metric.IsCurrent);
    }

    [Fact]
    public void Only_the_current_revision_can_be_revised()
    {
        var first = Report(Figures);
        first.Revise(Figures);

        Assert.Throws<InvalidOperationException>(() => first.Revise(Figures));
    }

    [Fact]
    public void A_category_of_another_agency_is_refused()
    {
        var category = new ComplaintCategory(Guid.NewGuid(), "Refunds", TopCategory.Timeliness);

        Assert.Throws<ArgumentException>(() =>
            new ComplaintMetric(Guid.NewGuid(), new ReportMonth(1998, 4), category, Channel.Mail, Figures)
        );
    }

    [Fact]
    public void A_metric_keeps_what_its_figures_are_of()
    {
        Guid id = Guid.NewGuid(),
            agency = Guid.NewGuid();
        var category = new ComplaintCategory(agency, "Refunds", TopCategory.Timeliness);

        var metric = new ComplaintMetric(agency, Samples.April, category, Channel.Mail, Figures, id, Samples.Noon);

        Assert.Equal(
            (id, agency, Samples.April, category.Id, Channel.Mail, 1, true),
            (
                metric.Id,
                metric.AgencyId,
                metric.Month,
                metric.CategoryId,
                metric.Channel,
                metric.Revision,
                metric.IsCurrent
            )
        );
        Assert.Equal((Samples.Noon, Samples.Noon), (metric.RecordedAt, metric.UpdatedAt));
        Assert.Equal((category.Id, (int)Channel.Mail), (metric.CategoryKey, metric.ChannelKey));
        Assert.NotEqual(Report(Figures).Id, Report(Figures).Id);
    }

    [Fact]
    public void All_categories_and_all_channels_have_a_key_of_their_own()
    {
        var metric = Report(Figures);

        Assert.Equal((null, null), (metric.CategoryId, metric.Channel));
        Assert.Equal((Guid.Empty, 0), (metric.CategoryKey, metric.ChannelKey));
    }

    [Fact]
    public void A_metric_says_its_own_figures_and_no_others()
    {
        var missing = Figures with
        {
            Received = null,
            CountsMissing = MissingReason.NotCollected,
            MedianDays = null,
            MedianDaysMissing = MissingReason.LessThan,
        };

        Assert.True(Report(Figures).Says(Figures));
        Assert.True(Report(missing).Says(missing));
        Assert.False(Report(Figures).Says(missing));
        Assert.False(Report(missing).Says(missing with { MedianDaysMissing = MissingReason.NotCollected }));
    }

    [Fact]
    public void A_channel_is_one_of_those_listed() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new ComplaintMetric(Guid.NewGuid(), Samples.April, null, (Channel)7, Figures)
        );

    [Fact]
    public void Each_number_can_be_added_up()
    {
        const long most = Counts.Largest;
        Report(Figures with { PendingStart = most, Received = 0, Resolved = most, PendingEnd = 0, MedianDays = most });

        Assert.All(
            new ComplaintFigures[]
            {
                new() { PendingStart = most + 1 },
                new() { Received = most + 1 },
                new() { Resolved = most + 1 },
                new() { PendingEnd = most + 1 },
                new() { WithinTarget = most + 1 },
                new() { MedianDays = double.NaN },
                new() { MedianDays = most + 1 },
            },
            figures =>
                Assert.ThrowsAny<ArgumentException>(() =>
                    Report(
                        figures with
                        {
                            CountsMissing = MissingReason.NotCollected,
                            MedianDaysMissing = figures.MedianDays is null ? MissingReason.NotCollected : null,
                        }
                    )
                )
        );
    }

    private static ComplaintMetric Report(ComplaintFigures figures) =>
        new(Guid.NewGuid(), new ReportMonth(1998, 4), category: null, channel: null, figures);
}
