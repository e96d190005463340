using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.Counting;

namespace Cwa.Model.Tests;

/// <summary>Of figures that overlap, those that are added up; each is named by its category and its channel.</summary>
public sealed class CountedFiguresTests
{
    private readonly Desk _desk = new(new(1998, 6, 10));

    [Theory]
    [InlineData("- -", "- -")]
    [InlineData("Refunds -", "Refunds -")]
    [InlineData("- -, Refunds -", "- -")]
    [InlineData("- -, - Mail", "- -")]
    [InlineData("- -, Refunds Mail", "- -")]
    [InlineData("- Mail, Refunds Mail", "- Mail")]
    [InlineData("Refunds -, Refunds Mail", "Refunds -")]
    [InlineData("- Mail, Refunds Web", "- Mail, Refunds Web")]
    [InlineData("Refunds Mail, Refunds Web", "Refunds Mail, Refunds Web")]
    public Task In_one_sum_the_coarsest_count(string given, string counted) => Counts(given, counted);

    [Theory]
    [InlineData("- -", "- -")]
    [InlineData("- -, Refunds -", "Refunds -")]
    [InlineData("- -, - Mail", "- -")]
    [InlineData("- -, Refunds Mail", "Refunds Mail")]
    [InlineData("Refunds -, Refunds Mail", "Refunds -")]
    [InlineData("Refunds -, Delays Mail", "Refunds -, Delays Mail")]
    public Task By_category_the_categories_count_where_an_agency_tells_them(string given, string counted) =>
        Counts(given, counted, byCategory: true);

    [Theory]
    [InlineData("- -", "- -")]
    [InlineData("- -, - Mail", "- Mail")]
    [InlineData("- -, Refunds -", "- -")]
    [InlineData("- -, Refunds Mail", "Refunds Mail")]
    [InlineData("- Mail, Refunds Mail", "- Mail")]
    [InlineData("- Mail, Refunds Web", "- Mail, Refunds Web")]
    public Task By_channel_the_channels_count_where_an_agency_tells_them(string given, string counted) =>
        Counts(given, counted, byChannel: true);

    [Theory]
    [InlineData("- -, Refunds -, - Mail, Refunds Mail", "Refunds Mail")]
    [InlineData("Refunds -", "Refunds -")]
    public Task By_both_the_finest_count(string given, string counted) =>
        Counts(given, counted, byCategory: true, byChannel: true);

    [Theory]
    [InlineData("Refunds Mail", "- Mail", false, false)]
    [InlineData("- Mail", "- -", false, false)]
    [InlineData("Refunds Mail", "- -", false, false)]
    [InlineData("- -", "Refunds -", true, false)]
    [InlineData("- -", "- Mail", false, true)]
    public async Task Figures_stand_in_only_for_those_of_their_own_agency_and_month(
        string figure,
        string elsewhere,
        bool byCategory,
        bool byChannel
    )
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        await HasAsync(agency, Samples.April, figure);
        await HasAsync(agency, new(1998, 5), elsewhere);
        await HasAsync(other, Samples.April, elsewhere);

        Assert.Equal(
            [elsewhere, figure],
            (await OnceAsync(byCategory, byChannel, agency)).OrderByDescending(found => found == elsewhere)
        );
        Assert.Equal([elsewhere], await OnceAsync(byCategory, byChannel, other));
    }

    [Theory]
    [InlineData("Month 1998-05, Year 1998-01", "Year 1998-01")]
    [InlineData("Month 1998-05, Quarter 1998-04", "Quarter 1998-04")]
    [InlineData("Month 1998-03, Quarter 1998-04", "Month 1998-03, Quarter 1998-04")]
    [InlineData("Quarter 1998-10, Year 1998-10", "Year 1998-10")]
    [InlineData("Month 1998-01, Quarter 1998-01, Year 1998-01", "Year 1998-01")]
    [InlineData("Month 1998-09, Month 1998-10, Year 1998-10", "Month 1998-09, Year 1998-10")]
    [InlineData("Year 1998-01, Year 1999-01", "Year 1998-01, Year 1999-01")]
    public async Task Of_periods_that_hold_one_another_the_longest_counts(string given, string counted)
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        await _desk.SaveAsync([.. given.Split(", ").Select((period, i) => Of(agency, period, (Channel)(i + 1)))]);
        await _desk.SaveAsync(Of(other, "Month 1998-05", channel: null));

        foreach (var (byCategory, byChannel) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            var once = await _desk.ReadAsync(db =>
                db.ComplaintMetrics.Once(byCategory, byChannel)
                    .Where(m => m.AgencyId == agency.Id || m.AgencyId == other.Id)
                    .Select(m => new
                    {
                        m.AgencyId,
                        m.Covers,
                        m.Month,
                    })
                    .ToListAsync()
            );

            Assert.Equal(
                counted.Split(", ").Order(),
                once.Where(m => m.AgencyId == agency.Id).Select(m => $"{m.Covers} {m.Month}").Order()
            );
            Assert.Single(once, m => m.AgencyId == other.Id);
        }
    }

    [Theory]
    [InlineData(CoveredPeriod.Month, 1, "Month 1998-10")]
    [InlineData(CoveredPeriod.Quarter, 1, "Month 1998-10, Quarter 1998-10")]
    [InlineData(CoveredPeriod.Year, 1, "Month 1998-10, Quarter 1998-10, Year 1998-01")]
    [InlineData(CoveredPeriod.Year, 10, "Month 1998-10, Quarter 1998-10, Year 1997-10")]
    public async Task Figures_lie_in_intervals_that_hold_their_whole_period(
        CoveredPeriod length,
        int yearBegins,
        string held
    )
    {
        var agency = await _desk.AgencyAsync();
        await _desk.SaveAsync([
            .. new[] { "Month 1998-10", "Quarter 1998-10", "Year 1998-01", "Year 1997-10" }.Select(period =>
                Of(agency, period, channel: null)
            ),
        ]);

        Assert.Equal(
            held.Split(", ").Order(),
            await PeriodsAsync(agency, figures => figures.InOneOf(length, yearBegins))
        );
        Assert.Equal(
            ["Month 1998-10", "Year 1997-10"],
            await PeriodsAsync(agency, figures => figures.Within(new(1997, 10), new(1998, 11)))
        );
    }

    [Fact]
    public async Task Finer_figures_without_what_was_received_replace_nothing()
    {
        var agency = await _desk.AgencyAsync();
        var category = new ComplaintCategory(agency.Id, "Refunds", TopCategory.Timeliness);
        await _desk.SaveAsync(
            category,
            Of(agency, "Year 1998-01", channel: null),
            new ComplaintMetric(
                agency.Id,
                new(1998, 1),
                category,
                channel: null,
                new() { CountsMissing = MissingReason.NotCollected, MedianDays = 4 },
                covers: CoveredPeriod.Year
            )
        );

        Assert.Equal(["- -", "Refunds -"], (await OnceAsync(byCategory: true, byChannel: false, agency)).Order());
        Assert.Equal(["- -"], await OnceAsync(byCategory: false, byChannel: false, agency));
    }

    private async Task<IEnumerable<string>> PeriodsAsync(
        Agency agency,
        Func<IQueryable<ComplaintMetric>, IQueryable<ComplaintMetric>> which
    )
    {
        var found = await _desk.ReadAsync(db =>
            which(db.ComplaintMetrics.Where(m => m.AgencyId == agency.Id))
                .Select(m => new { m.Covers, m.Month })
                .ToListAsync()
        );
        return found.Select(m => $"{m.Covers} {m.Month}").Order();
    }

    private static ComplaintMetric Of(Agency agency, string period, Channel? channel)
    {
        var (covers, month) = (
            Enum.Parse<CoveredPeriod>(period.Split(' ')[0]),
            ReportMonth.Parse(period.Split(' ')[1])
        );
        return new(agency.Id, month, category: null, channel, Figures, covers: covers);
    }

    private async Task Counts(string given, string counted, bool byCategory = false, bool byChannel = false)
    {
        var agency = await _desk.AgencyAsync();
        await HasAsync(agency, Samples.April, given.Split(", "));

        Assert.Equal(counted.Split(", ").Order(), (await OnceAsync(byCategory, byChannel, agency)).Order());
    }

    private async Task HasAsync(Agency agency, ReportMonth month, params string[] figures)
    {
        Dictionary<string, ComplaintCategory> categories = new()
        {
            ["Refunds"] = new(agency.Id, $"Refunds of {month}", TopCategory.Timeliness),
            ["Delays"] = new(agency.Id, $"Delays of {month}", TopCategory.Timeliness),
        };
        await _desk.SaveAsync([.. categories.Values, .. figures.Select(figure => Of(figure.Split(' ')))]);

        ComplaintMetric Of(string[] figure) =>
            new(
                agency.Id,
                month,
                categories.GetValueOrDefault(figure[0]),
                Enum.TryParse<Channel>(figure[1], out var channel) ? channel : null,
                Figures
            );
    }

    // All agencies are looked at, those of other facts too, and this one's are told.
    private async Task<IEnumerable<string>> OnceAsync(bool byCategory, bool byChannel, Agency agency)
    {
        var once = await _desk.ReadAsync(db =>
            db.ComplaintMetrics.Once(byCategory, byChannel)
                .Where(m => m.AgencyId == agency.Id)
                .Select(m => new { Category = m.Category!.Name, m.Channel })
                .ToListAsync()
        );
        return once.Select(m => $"{m.Category?.Split(' ')[0] ?? "-"} {m.Channel?.ToString() ?? "-"}");
    }
}
