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
