namespace Cwa.Model.Tests;

public sealed class RecordFindingTests
{
    private static readonly DateOnly Day = new(1998, 4, 14);

    private readonly Desk _desk = new(new(1998, 5, 10));

    [Fact]
    public async Task What_was_heard_at_an_event_is_recorded()
    {
        var (agency, held) = await _desk.PlannedAsync(since: Planning.Confirm);

        var done = await _desk.ClerkOf(agency).DoAsync(Record(agency, held));

        var finding = done.Record;
        Assert.Equal(
            (agency.Id, FindingAbout.Satisfaction, "Lines are long.", Day, held.Id, null),
            (finding.AgencyId, finding.About, finding.Text, finding.FoundOn, finding.EventId, finding.SurveyId)
        );
        Assert.Equal([(FeedKind.FindingRecorded, agency.Id, finding.Id)], done.Announced);
        Assert.Empty(done.Warned);
    }

    [Fact]
    public async Task What_was_heard_in_a_survey_is_recorded()
    {
        var (agency, survey) = await SurveyedAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Record(agency, survey));

        Assert.Equal((null, survey.Id), (done.Record.EventId, done.Record.SurveyId));
    }

    [Fact]
    public async Task An_agency_that_holds_an_event_with_others_hears_there_too()
    {
        var coHost = await _desk.AgencyAsync();
        var (_, held) = await _desk.PlannedAsync(since: Planning.Confirm, coHosts: coHost);

        var done = await _desk.ClerkOf(coHost).DoAsync(Record(coHost, held));

        Assert.Equal((coHost.Id, held.Id), (done.Record.AgencyId, done.Record.EventId));
    }

    [Theory]
    [InlineData("1998-04-13", "The finding is dated before the event.")]
    [InlineData("1998-04-14", null)]
    [InlineData("1998-05-10", null)]
    [InlineData("1998-05-11", "The finding is dated in the future.")]
    public async Task A_finding_that_is_dated_before_its_event_or_in_the_future_is_odd(string day, string? warning)
    {
        var (agency, held) = await _desk.PlannedAsync(since: Planning.Confirm);

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Record(agency, held) with { FoundOn = DateOnly.ParseExact(day, "yyyy-MM-dd") });

        Assert.Equal(warning is null ? [] : [$"input.foundOn: {warning}"], done.Warned);
        Assert.Equal(held.Id, done.Record.EventId);
    }

    [Fact]
    public async Task An_event_or_a_survey_of_others_is_not_found()
    {
        var (agency, survey) = await SurveyedAsync();
        var (other, held) = await _desk.PlannedAsync(since: Planning.Confirm);
        var clerk = _desk.ClerkOf(agency, other);
        FindingSourceInput[] events =
        [
            new() { EventId = held.AsId() },
            new() { EventId = Ids.Unknown<Event>() },
            new() { EventId = Ids.Nonsense<Event>() },
        ];
        FindingSourceInput[] surveys =
        [
            new() { SurveyId = survey.AsId() },
            new() { SurveyId = Ids.Unknown<Survey>() },
            new() { SurveyId = Ids.Nonsense<Survey>() },
        ];

        foreach (var source in events)
            Assert.Equal(
                [NotFound("eventId")],
                (await clerk.DoAsync(Record(agency, held) with { Source = source })).Refused
            );
        foreach (var source in surveys)
            Assert.Equal(
                [NotFound("surveyId")],
                (await clerk.DoAsync(Record(other, survey) with { Source = source })).Refused
            );
    }

    [Fact]
    public async Task A_finding_is_recorded_for_ones_own_agency()
    {
        var (agency, held) = await _desk.PlannedAsync(since: Planning.Confirm);

        var done = await _desk.ClerkOf(await _desk.AgencyAsync()).DoAsync(Record(agency, held));

        Assert.Equal(
            ["input.agencyId AgencyNotFound: There is no agency with this id for which you may do this."],
            done.Refused
        );
    }

    [Theory]
    [InlineData(2000, 0)]
    [InlineData(2001, 1)]
    public async Task What_was_heard_has_at_most_2000_characters(int length, int refusals)
    {
        var (agency, held) = await _desk.PlannedAsync(since: Planning.Confirm);

        var done = await _desk.ClerkOf(agency).DoAsync(Record(agency, held) with { Text = new('x', length) });

        Assert.Equal(refusals, done.Refusals.Count);
    }

    private async Task<(Agency Agency, Survey Survey)> SurveyedAsync()
    {
        var agency = await _desk.AgencyAsync();
        var survey = new Survey(
            agency.Id,
            SurveyKind.Customer,
            "How was it?",
            Day,
            Day,
            new()
            {
                Population = 1000,
                Offered = 100,
                Responses = 50,
            }
        );
        await _desk.SaveAsync(survey);
        return (agency, survey);
    }

    private static RecordFinding Record(Agency agency, Event held) =>
        Record(agency, new FindingSourceInput { EventId = held.AsId() });

    private static RecordFinding Record(Agency agency, Survey survey) =>
        Record(agency, new FindingSourceInput { SurveyId = survey.AsId() });

    private static RecordFinding Record(Agency agency, FindingSourceInput source) =>
        new()
        {
            AgencyId = agency.AsId(),
            About = FindingAbout.Satisfaction,
            Text = "Lines are long.",
            FoundOn = Day,
            Source = source,
        };

    private static string NotFound(string field) =>
        $"input.source.{field} RecordNotFound: There is no record with this id for which you may do this.";
}
