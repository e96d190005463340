using static Cwa.Model.Tests.Counting;

namespace Cwa.Model.Tests;

/// <summary>Figures for a quarter or a year: when they are right, and what is odd about them.</summary>
public sealed class LongerFiguresTests
{
    private readonly Desk _desk = new(new(2001, 6, 10));

    [Theory]
    [InlineData(2000, 1, CoveredPeriod.Year, "2000-12")]
    [InlineData(1999, 10, CoveredPeriod.Year, "2000-09")]
    [InlineData(2000, 4, CoveredPeriod.Quarter, "2000-06")]
    [InlineData(2000, 5, CoveredPeriod.Month, "2000-05")]
    public async Task A_period_is_known_by_its_first_month_and_its_length(
        int year,
        int month,
        CoveredPeriod covers,
        string last
    )
    {
        var agency = await _desk.ComplainedToAsync();

        var done = await ReportAsync(agency, Metric(agency) with { Month = new(year, month), Covers = covers });

        Assert.Equal((covers, last), (done.Record.Covers, $"{done.Record.LastMonth}"));
        Assert.Empty(done.Warned);
    }

    [Theory]
    [InlineData(4, CoveredPeriod.Year, "A year begins in January or, if it is a fiscal year, in October")]
    [InlineData(2, CoveredPeriod.Quarter, "A quarter begins in January, April, July or October.")]
    public async Task A_quarter_and_a_year_begin_with_certain_months(int month, CoveredPeriod covers, string said)
    {
        var agency = await _desk.ComplainedToAsync();

        var done = await ReportAsync(agency, Metric(agency) with { Month = new(2000, month), Covers = covers });

        var refused = Assert.Single(done.Refused);
        Assert.StartsWith($"input.metrics.0.month PeriodBeginsOtherwise: {said}", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_a_quarter_and_a_year_that_begin_together_are_three_figures()
    {
        var agency = await _desk.ComplainedToAsync();
        var month = Metric(agency) with { Month = new(2000, 1) };

        var done = await ReportAsync(
            agency,
            month,
            month with
            {
                Covers = CoveredPeriod.Quarter,
            },
            month with
            {
                Covers = CoveredPeriod.Year,
            }
        );

        Assert.Empty(done.Refused);
        Assert.Equal([1, 1, 1], done.Records.Select(m => m.Revision));
    }

    [Fact]
    public async Task Years_of_one_agency_do_not_overlap()
    {
        var agency = await _desk.ComplainedToAsync();
        var fiscal = Year(agency, 1998, 10);
        await ReportAsync(agency, fiscal);

        var stored = await ReportAsync(agency, Year(agency, 1999) with { Channel = Channel.Mail });
        var sent = await ReportAsync(agency, Year(agency, 1996, 10), Year(agency, 1997));
        var next = await ReportAsync(agency, Year(agency, 1999, 10), fiscal with { Resolved = 91, PendingEnd = 49 });

        Assert.Equal(
            "input.metrics.0.month YearsOverlap: The agency has figures for the year 1998-10 to 1999-09. Some months "
                + "would count twice: give all of its years by the calendar, or all as fiscal years.",
            Assert.Single(stored.Refused)
        );
        Assert.StartsWith("input.metrics.1.month YearsOverlap", Assert.Single(sent.Refused), StringComparison.Ordinal);
        Assert.Empty(next.Refused);
    }

    [Fact]
    public async Task A_year_that_opens_otherwise_than_the_year_before_closed_is_odd()
    {
        var agency = await _desk.ComplainedToAsync();
        await ReportAsync(agency, Year(agency, 1999));

        var carriedOver = await ReportAsync(agency, Year(agency, 2000, opening: 50));
        var restated = await ReportAsync(agency, Year(agency, 2000, opening: 51));

        Assert.Empty(carriedOver.Warned);
        Assert.Equal(
            [
                "input.metrics.0.pendingStart: Pending complaints: 1999-01 to 1999-12 ended with 50, but 2000-01 to "
                    + "2000-12 begins with 51.",
            ],
            restated.Warned
        );
    }

    [Fact]
    public async Task A_month_after_a_year_opens_with_what_the_year_closed_with()
    {
        var agency = await _desk.ComplainedToAsync();
        await ReportAsync(agency, Year(agency, 1999, 10));

        var done = await ReportAsync(agency, Metric(agency) with { Month = new(2000, 10) });

        Assert.Equal(
            [
                "input.metrics.0.pendingStart: Pending complaints: 1999-10 to 2000-09 ended with 50, but 2000-10 "
                    + "begins with 40.",
            ],
            done.Warned
        );
    }

    [Fact]
    public async Task A_year_is_compared_with_the_year_before_and_not_with_its_last_month()
    {
        var agency = await _desk.ComplainedToAsync();
        await ReportAsync(agency, Year(agency, 1999), Metric(agency) with { Month = new(1999, 12), PendingEnd = 50 });
        await ReportAsync(agency, Metric(agency) with { Month = new(1999, 12), Resolved = 95, PendingEnd = 45 });

        var done = await ReportAsync(agency, Year(agency, 2000, opening: 50));

        Assert.Empty(done.Warned);
    }

    [Fact]
    public async Task Two_years_that_are_equal_in_every_number_are_odd_until_they_are_stored()
    {
        var agency = await _desk.ComplainedToAsync();
        await ReportAsync(agency, Year(agency, 1998));

        var equal = await ReportAsync(agency, Year(agency, 2000));
        var again = await ReportAsync(agency, Year(agency, 2000));
        var unequal = await ReportAsync(agency, Year(agency, 2000) with { WithinTarget = 79 });
        var others = await ReportAsync(agency, Year(agency, 1999, opening: 50) with { Channel = Channel.Mail });

        Assert.Equal(
            [
                "input.metrics.0.received: The figures for 2000-01 to 2000-12 are the same in every number as those "
                    + "for 1998-01 to 1998-12. Perhaps one year's figures were sent for the other.",
            ],
            equal.Warned
        );
        Assert.Empty((string[])[.. again.Warned, .. unequal.Warned, .. others.Warned]);
    }

    [Fact]
    public async Task A_year_that_is_not_over_or_ended_without_a_process_is_odd()
    {
        var agency = await _desk.ComplainedToAsync(new(2001, 7, 1));

        var done = await ReportAsync(agency, Year(agency, 2001));
        var before = await ReportAsync(agency, Year(agency, 1999) with { Received = 101, Resolved = 91 });

        Assert.Equal(
            ["input.metrics.0.month: 2001-01 to 2001-12 is not over. Report it again when it is."],
            done.Warned
        );
        Assert.Equal(
            ["input.metrics.0.month: The agency had no complaint process in place by the end of 1999-01 to 1999-12."],
            before.Warned
        );
    }

    [Fact]
    public async Task A_year_is_announced_beside_its_first_month()
    {
        var agency = await _desk.ComplainedToAsync();

        var done = await ReportAsync(
            agency,
            Year(agency, 2000),
            Metric(agency) with
            {
                Month = new(2000, 1),
            },
            Year(agency, 2000) with
            {
                Channel = Channel.Mail,
            }
        );

        Assert.Equal(2, done.Announced.Count);
    }

    [Fact]
    public void A_length_that_does_not_begin_with_the_month_is_no_period()
    {
        Assert.Throws<ArgumentException>(() => Of(CoveredPeriod.Year, new(1998, 4)));
        Assert.Throws<ArgumentException>(() => Of(CoveredPeriod.Quarter, new(1998, 5)));
        Assert.Throws<ArgumentException>(() => Of(CoveredPeriod.Year, new(9999, 10)));

        static ComplaintMetric Of(CoveredPeriod covers, ReportMonth month) =>
            new(Guid.NewGuid(), month, category: null, channel: null, Figures, covers: covers);
    }

    private Task<Done<ComplaintMetric>> ReportAsync(Agency agency, params ComplaintMetricInput[] metrics) =>
        _desk.ClerkOf(agency).DoAsync(Report(metrics));

    private static ComplaintMetricInput Year(Agency agency, int year, int month = 1, long opening = 40) =>
        Metric(agency) with
        {
            Month = new(year, month),
            Covers = CoveredPeriod.Year,
            PendingStart = opening,
            PendingEnd = opening + 10,
        };
}
