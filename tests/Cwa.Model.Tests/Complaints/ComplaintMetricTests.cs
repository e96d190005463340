using CsCheck;

namespace Cwa.Model.Tests;

public sealed class ComplaintMetricTests
{
    private static readonly ComplaintFigures Figures = new()
    {
        PendingStart = 40,
        Received = 100,
        Resolved = 90,
        PendingEnd = 50,
        WithinTarget = 80,
        MedianDays = 12.5,
    };

    [Fact]
    public void Any_counts_that_balance_are_accepted() =>
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
    public void Any_counts_that_do_not_balance_are_refused() =>
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
    public void Whether_it_balances_is_unknown_while_a_count_is_missing()
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
    public void A_number_that_is_negative_or_cannot_be_added_up_is_refused(long withinTarget, double medianDays) =>
        Assert.ThrowsAny<ArgumentException>(() =>
            Report(Figures with { WithinTarget = withinTarget, MedianDays = medianDays })
        );

    [Fact]
    public void A_month_may_open_otherwise_than_the_month_before_closed()
    {
        var april = Report(Figures);
        var may = Report(Figures with { PendingStart = 55, PendingEnd = 65 });

        Assert.False(may.CarriesOverFrom(april));
    }

    [Fact]
    public void A_correction_is_the_next_revision_and_the_only_current_one()
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

    private static ComplaintMetric Report(ComplaintFigures figures) =>
        new(Guid.NewGuid(), new ReportMonth(1998, 4), category: null, channel: null, figures);
}
