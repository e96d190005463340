using static Cwa.Model.Tests.Counting;

namespace Cwa.Model.Tests;

/// <summary>What is odd about complaint figures, and is kept all the same.</summary>
public sealed class FigureWarningTests
{
    private readonly Desk _desk = new(new(1998, 6, 10));

    [Theory]
    [InlineData(90, false)]
    [InlineData(91, true)]
    public async Task More_within_the_target_than_were_resolved_is_odd(int withinTarget, bool isOdd)
    {
        var agency = await _desk.ComplainedToAsync();

        var done = await ReportAsync(agency, Metric(agency) with { WithinTarget = withinTarget });

        Assert.Equal(
            isOdd
                ?
                [
                    "input.metrics.0.withinTarget: "
                        + "More complaints were resolved within the target days than were resolved at all.",
                ]
                : [],
            done.Warned
        );
        Assert.Equal(withinTarget, done.Record.WithinTarget);
    }

    [Fact]
    public async Task A_month_that_opens_otherwise_than_the_one_before_closed_is_odd()
    {
        var agency = await _desk.ComplainedToAsync();
        await _desk.SaveAsync(Stored(agency, Figures));

        var carriedOver = await ReportAsync(agency, May(agency, opening: 50));
        var restated = await ReportAsync(agency, May(agency, opening: 51));

        Assert.Empty(carriedOver.Warned);
        Assert.Equal([Opening(0, closed: 50, opens: 51)], restated.Warned);
        Assert.Equal(51, restated.Record.PendingStart);
    }

    [Fact]
    public async Task The_month_before_is_that_of_the_batch_and_else_the_stored_one()
    {
        var agency = await _desk.ComplainedToAsync();
        await _desk.SaveAsync(Stored(agency, Figures));

        var done = await ReportAsync(
            agency,
            May(agency, opening: 50),
            Metric(agency) with
            {
                Resolved = 91,
                PendingEnd = 49,
            }
        );

        Assert.Equal([Opening(0, closed: 49, opens: 50)], done.Warned);
    }

    [Fact]
    public async Task Figures_of_another_channel_are_not_what_a_month_opens_from()
    {
        var agency = await _desk.ComplainedToAsync();
        await _desk.SaveAsync(Stored(agency, Figures));

        var done = await ReportAsync(agency, May(agency, opening: 7) with { Channel = Channel.Mail });

        Assert.Empty(done.Warned);
    }

    [Fact]
    public async Task Nothing_is_odd_where_an_opening_or_a_closing_is_missing()
    {
        var agency = await _desk.ComplainedToAsync();
        var mail = Figures with { PendingEnd = null, CountsMissing = MissingReason.NotCollected };
        await _desk.SaveAsync(Stored(agency, Figures), Stored(agency, mail, Channel.Mail));
        var unknown = May(agency, opening: 7) with { PendingStart = null, CountsMissing = MissingReason.NotCollected };

        var done = await ReportAsync(agency, unknown, May(agency, opening: 7) with { Channel = Channel.Mail });

        Assert.Empty(done.Warned);
    }

    [Fact]
    public async Task The_calendars_first_month_has_none_before_it()
    {
        var agency = await _desk.ComplainedToAsync();

        var done = await ReportAsync(agency, Metric(agency) with { Month = new(1, 1) });

        Assert.Equal(
            [
                "input.metrics.0.month: The agency is not active in 0001-01.",
                "input.metrics.0.month: The agency had no complaint process in place by the end of 0001-01.",
            ],
            done.Warned
        );
    }

    [Theory]
    [InlineData("1998-06-30T12:00:00Z", true)]
    [InlineData("1998-07-01T03:59:59Z", true)]
    [InlineData("1998-07-01T04:00:00Z", false)]
    public async Task Figures_of_a_month_that_is_not_over_are_odd(string now, bool isOdd)
    {
        var agency = await _desk.ComplainedToAsync();
        _desk.Clock.Now = DateTimeOffset.Parse(now, null).UtcDateTime;

        var done = await ReportAsync(agency, Metric(agency) with { Month = new(1998, 6) });

        Assert.Equal(
            isOdd ? ["input.metrics.0.month: 1998-06 is not over. Report it again when it is."] : [],
            done.Warned
        );
    }

    [Theory]
    [InlineData("1998-04-01", true)]
    [InlineData("1998-04-02", false)]
    public async Task Figures_of_an_agency_that_is_not_active_are_odd(string ended, bool isOdd)
    {
        var agency = Samples.Agency(ended: DateOnly.ParseExact(ended, "yyyy-MM-dd"));
        await _desk.SaveAsync(agency, Process(agency, new(1998, 3, 10)));

        var done = await ReportAsync(agency, Metric(agency));

        Assert.Equal(isOdd ? ["input.metrics.0.month: The agency is not active in 1998-04."] : [], done.Warned);
    }

    [Theory]
    [InlineData("1998-04-30", false)]
    [InlineData("1998-05-01", true)]
    public async Task Figures_from_before_the_agencys_first_process_are_odd(string inPlaceOn, bool isOdd)
    {
        var first = DateOnly.ParseExact(inPlaceOn, "yyyy-MM-dd");
        var agency = await _desk.AgencyAsync();
        var replaced = Process(agency, first);
        replaced.Replace(new(1998, 6, 1));
        await _desk.SaveAsync(Process(agency, new(1998, 6, 1)), replaced);

        var done = await ReportAsync(agency, Metric(agency));

        Assert.Equal(isOdd ? [NoProcess(0)] : [], done.Warned);
    }

    [Fact]
    public async Task What_is_odd_about_an_agencys_month_is_said_once_in_a_batch()
    {
        var (one, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());

        var done = await _desk
            .ClerkOf(one, other)
            .DoAsync(Report(Metric(one), Metric(one) with { Channel = Channel.Mail }, Metric(other)));

        Assert.Equal([NoProcess(0), NoProcess(2)], done.Warned);
    }

    private Task<Done<ComplaintMetric>> ReportAsync(Agency agency, params ComplaintMetricInput[] metrics) =>
        _desk.ClerkOf(agency).DoAsync(Report(metrics));

    private static ComplaintMetricInput May(Agency agency, long opening) =>
        Metric(agency) with
        {
            Month = new(1998, 5),
            PendingStart = opening,
            PendingEnd = opening + 10,
        };

    private static ComplaintMetric Stored(Agency agency, ComplaintFigures figures, Channel? channel = null) =>
        new(agency.Id, Samples.April, category: null, channel, figures);

    private static string Opening(int place, long closed, long opens) =>
        $"input.metrics.{place}.pendingStart: "
        + $"Pending complaints: 1998-04 ended with {closed}, but 1998-05 begins with {opens}.";

    private static string NoProcess(int place) =>
        $"input.metrics.{place}.month: The agency had no complaint process in place by the end of 1998-04.";
}
