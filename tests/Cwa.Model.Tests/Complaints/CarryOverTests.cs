using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Counting;

namespace Cwa.Model.Tests;

/// <summary>Figures beside the newest of an earlier month, as the database finds them.</summary>
public sealed class CarryOverTests
{
    private readonly Desk _desk = new(new(1999, 3, 10));

    [Fact]
    public async Task Figures_stand_beside_the_newest_before_them_of_the_same_category_and_channel()
    {
        var agency = await _desk.AgencyAsync();
        var refunds = new ComplaintCategory(agency.Id, "Refunds", TopCategory.Timeliness);
        await _desk.SaveAsync(
            refunds,
            Of(agency, new(1998, 3)),
            Of(agency, new(1998, 4)),
            Of(agency, new(1998, 4), channel: Channel.Mail),
            Of(agency, new(1998, 5), refunds),
            Of(agency, new(1998, 6)),
            Of(await _desk.AgencyAsync(), new(1998, 5))
        );

        Assert.Equal(["1998-04 after 1998-03", "1998-06 after 1998-04"], await ReadAsync(agency, rows => rows));
    }

    [Fact]
    public async Task What_opens_otherwise_than_the_month_before_closed_is_restated()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.SaveAsync(
            Of(agency, new(1998, 11), opening: 40),
            Of(agency, new(1998, 12), opening: 50),
            Of(agency, new(1999, 1), opening: 61),
            Of(agency, new(1999, 3), opening: 1)
        );

        Assert.Equal(["1999-01 after 1998-12"], await ReadAsync(agency, rows => rows.Restated()));
    }

    [Fact]
    public async Task A_missing_opening_or_closing_restates_nothing()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.SaveAsync(Of(agency, new(1998, 4)), Unknown(agency, new(1998, 5)), Of(agency, new(1998, 6)));

        Assert.Empty(await ReadAsync(agency, rows => rows.Restated()));
    }

    [Fact]
    public async Task What_follows_months_without_figures_is_after_a_gap()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.SaveAsync(Of(agency, new(1998, 11)), Of(agency, new(1999, 1)), Of(agency, new(1999, 2)));

        Assert.Equal(["1999-01 after 1998-11"], await ReadAsync(agency, rows => rows.AfterGap()));
    }

    [Theory]
    [InlineData("Year 1998-01, Year 1997-01", "1998-01 after 1997-12")]
    [InlineData("Year 1997-10, Month 1998-10", "1998-10 after 1998-09")]
    [InlineData("Month 1997-12, Year 1998-01, Month 1999-01", "1998-01 after 1997-12, 1999-01 after 1998-12")]
    [InlineData("Quarter 1998-01, Month 1998-02, Month 1998-03", "1998-03 after 1998-02")]
    [InlineData("Quarter 1998-04, Quarter 1998-01", "1998-04 after 1998-03")]
    public async Task A_period_stands_beside_what_ended_last_before_it_however_long(string given, string beside)
    {
        var agency = await _desk.AgencyAsync();
        await _desk.SaveAsync([.. given.Split(", ").Select(period => Lasting(agency, period, opening: 40))]);

        Assert.Equal(beside.Split(", "), await ReadAsync(agency, rows => rows));
        Assert.Empty(await ReadAsync(agency, rows => rows.AfterGap()));
        Assert.Equal(beside.Split(", "), await ReadAsync(agency, rows => rows.Restated()));
    }

    [Theory]
    [InlineData("Year 1998-01", 70, "")]
    [InlineData("Month 1998-01", 50, "")]
    [InlineData("Quarter 1998-01", 70, "")]
    [InlineData("Year 1998-01", 50, "1998-01 after 1997-12")]
    public async Task Of_several_that_end_together_the_one_of_the_same_length_counts_and_else_the_longest(
        string next,
        long opening,
        string restated
    )
    {
        var agency = await _desk.AgencyAsync();
        await _desk.SaveAsync(
            Lasting(agency, "Month 1997-12", opening: 40),
            Lasting(agency, "Year 1997-01", opening: 60),
            Lasting(agency, next, opening)
        );

        Assert.Equal(
            restated.Split(", ", StringSplitOptions.RemoveEmptyEntries),
            await ReadAsync(agency, rows => rows.Restated())
        );
        Assert.Single(await ReadAsync(agency, rows => rows.Where(r => r.Figures.PendingStart == opening)));
    }

    [Fact]
    public async Task Years_with_a_year_between_them_are_after_a_gap()
    {
        var agency = await _desk.AgencyAsync();
        await _desk.SaveAsync(Lasting(agency, "Year 1996-01", 40), Lasting(agency, "Year 1998-01", 40));

        Assert.Equal(["1998-01 after 1996-12"], await ReadAsync(agency, rows => rows.AfterGap()));
    }

    private static ComplaintMetric Lasting(Agency agency, string period, long opening) =>
        new(
            agency.Id,
            ReportMonth.Parse(period.Split(' ')[1]),
            category: null,
            channel: null,
            Figures with
            {
                PendingStart = opening,
                PendingEnd = opening + 10,
            },
            covers: Enum.Parse<CoveredPeriod>(period.Split(' ')[0])
        );

    private async Task<IEnumerable<string>> ReadAsync(
        Agency agency,
        Func<IQueryable<ConsecutiveFigures>, IQueryable<ConsecutiveFigures>> which
    )
    {
        var found = await _desk.ReadAsync(db =>
            which(db.ComplaintMetrics.Where(m => m.AgencyId == agency.Id).WithEarlier(db.ComplaintMetrics))
                .Select(row => new { row.Figures.Month, Before = row.Before.LastMonth })
                .ToListAsync()
        );
        return found.OrderBy(row => row.Month).Select(row => $"{row.Month} after {row.Before}");
    }

    private static ComplaintMetric Of(
        Agency agency,
        ReportMonth month,
        ComplaintCategory? category = null,
        Channel? channel = null,
        long opening = 40
    ) => new(agency.Id, month, category, channel, Figures with { PendingStart = opening, PendingEnd = opening + 10 });

    private static ComplaintMetric Unknown(Agency agency, ReportMonth month) =>
        new(
            agency.Id,
            month,
            category: null,
            channel: null,
            new() { CountsMissing = MissingReason.NotCollected, MedianDaysMissing = MissingReason.NotCollected }
        );
}
