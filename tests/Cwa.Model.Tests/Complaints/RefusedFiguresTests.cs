using static Cwa.Model.Tests.Counting;

namespace Cwa.Model.Tests;

/// <summary>Figures that are of nothing one may report.</summary>
public sealed class RefusedFiguresTests
{
    private readonly Desk _desk = new(new(1998, 5, 10));

    [Fact]
    public async Task Figures_are_reported_only_for_ones_own_agencies()
    {
        var (agency, other) = (await _desk.ComplainedToAsync(), await _desk.ComplainedToAsync());

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                Report(
                    Metric(agency),
                    Metric(other),
                    Metric(agency) with
                    {
                        AgencyId = Ids.Unknown<Agency>(),
                    },
                    Metric(agency) with
                    {
                        AgencyId = Ids.Nonsense<Agency>(),
                    }
                )
            );

        Assert.Equal(
            Enumerable
                .Range(1, 3)
                .Select(i =>
                    $"input.metrics.{i}.agencyId AgencyNotFound: "
                    + "There is no agency with this id for which you may do this."
                ),
            done.Refused
        );
    }

    [Fact]
    public async Task A_category_is_one_of_the_agency()
    {
        var (agency, other) = (await _desk.ComplainedToAsync(), await _desk.ComplainedToAsync());
        var category = new ComplaintCategory(other.Id, "Refunds", TopCategory.Timeliness);
        await _desk.SaveAsync(category);

        var done = await _desk
            .ClerkOf(agency, other)
            .DoAsync(
                Report(
                    Metric(other) with
                    {
                        CategoryId = category.AsId(),
                    },
                    Metric(agency) with
                    {
                        CategoryId = category.AsId(),
                    },
                    Metric(agency) with
                    {
                        CategoryId = Ids.Unknown<ComplaintCategory>(),
                    },
                    Metric(agency) with
                    {
                        CategoryId = Ids.Nonsense<ComplaintCategory>(),
                    }
                )
            );

        Assert.Equal(
            Enumerable
                .Range(1, 3)
                .Select(i =>
                    $"input.metrics.{i}.categoryId RecordNotFound: "
                    + "There is no record with this id for which you may do this."
                ),
            done.Refused
        );
    }

    [Fact]
    public async Task Figures_of_one_agency_month_category_and_channel_are_listed_once()
    {
        var agency = await _desk.ComplainedToAsync();
        var category = new ComplaintCategory(agency.Id, "Refunds", TopCategory.Timeliness);
        await _desk.SaveAsync(category);

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(
                Report(
                    Metric(agency),
                    Metric(agency) with
                    {
                        CategoryId = category.AsId(),
                    },
                    Metric(agency) with
                    {
                        Channel = Channel.Mail,
                    },
                    Metric(agency)
                )
            );

        Assert.Equal(
            [
                "input.metrics.3 FiguresListedTwice: "
                    + "Earlier figures of this batch have the same agency, period, category and channel.",
            ],
            done.Refused
        );
    }

    [Theory]
    [InlineData("1998-06-01T03:59:59Z", true)]
    [InlineData("1998-06-01T04:00:00Z", false)]
    public async Task There_are_figures_of_a_month_from_its_first_day_in_Washington(string now, bool isRefused)
    {
        var agency = await _desk.ComplainedToAsync();
        _desk.Clock.Now = DateTimeOffset.Parse(now, null).UtcDateTime;

        var done = await _desk.ClerkOf(agency).DoAsync(Report(Metric(agency) with { Month = new(1998, 6) }));

        Assert.Equal(
            isRefused
                ? ["input.metrics.0.month MonthNotBegun: 1998-06 has not begun, so there is nothing to report yet."]
                : [],
            done.Refused
        );
    }
}
