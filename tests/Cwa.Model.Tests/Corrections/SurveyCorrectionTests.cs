using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class SurveyCorrectionTests
{
    private static readonly DateOnly Today = new(1998, 6, 15);

    private readonly Desk _desk = new(Today);

    [Fact]
    public async Task A_corrected_survey_keeps_every_figure_that_it_had_in_an_earlier_version()
    {
        var (agency, survey) = await SurveyedAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Correct(survey) with { Title = "How are we doing?", Ratings = [0, 0, 0, 0, 60] });

        Assert.Equal((survey.Id, "How are we doing?", 5d), (done.Record.Id, done.Record.Title, done.Record.MeanRating));
        Assert.Equal([0, 0, 0, 0, 60], done.Record.Ratings);
        Assert.Equal([(FeedKind.SurveyRecorded, agency.Id, survey.Id)], done.Announced);
        var earlier = await _desk.ReadAsync(db => db.Set<Survey>().SingleAsync(s => s.CurrentId == survey.Id));
        Assert.Equal(("How did we do?", 3.33), (earlier.Title, earlier.MeanRating));
        Assert.Equal([10, 10, 10, 10, 20], earlier.Ratings);
        Assert.Single(done.Audited);
    }

    [Fact]
    public async Task A_correction_of_a_survey_obeys_the_rules_of_recording()
    {
        var (agency, survey) = await SurveyedAsync();
        var clerk = _desk.ClerkOf(agency);

        var wrong = await clerk.DoAsync(
            Correct(survey) with
            {
                ConductedTo = Today.AddDays(1),
                Population = -1,
                Ratings = [1],
            }
        );
        var odd = await clerk.DoAsync(Correct(survey) with { MeanRating = 4 });
        var same = await clerk.DoAsync(Correct(survey));

        Assert.Equal(
            ["input.conductedTo DateInFuture", "input.population NegativeNumber", "input.ratings RatingsNotFive"],
            wrong.Refused.Select(r => r.Split(':')[0])
        );
        Assert.Equal(["input.meanRating: The ratings have a mean of 3.33, which is stored instead."], odd.Warned);
        Assert.IsType<NothingCorrected>(Assert.Single(same.Refusals));
    }

    [Fact]
    public async Task A_survey_is_withdrawn_once_no_finding_rests_on_it()
    {
        var (agency, survey) = await SurveyedAsync();
        var (free, used) = (survey, (await _desk.ClerkOf(agency).DoAsync(Record(agency))).Record);
        var clerk = _desk.ClerkOf(agency);
        await clerk.DoAsync(Find(agency, used));

        var withdrawn = await clerk.DoAsync(Withdraw(free));
        var refused = await clerk.DoAsync(Withdraw(used));

        Assert.Equal(
            (_desk.Clock.Now, "Held twice."),
            (withdrawn.Record.RetractedAt, withdrawn.Record.RetractionReason)
        );
        Assert.Equal([(FeedKind.SurveyRecorded, agency.Id, free.Id)], withdrawn.Announced);
        Assert.Equal(
            [
                "input.surveyId RecordInUse: Other records rest on this one (findings: 1). "
                    + "Withdraw them first, or correct this record instead.",
            ],
            refused.Refused
        );
    }

    [Fact]
    public async Task Nothing_is_found_in_a_survey_that_was_withdrawn()
    {
        var (agency, survey) = await SurveyedAsync();
        var clerk = _desk.ClerkOf(agency);
        await clerk.DoAsync(Withdraw(survey));

        var done = await clerk.DoAsync(Find(agency, survey));

        Assert.Equal(["input.source.surveyId RecordNotFound"], done.Refused.Select(r => r.Split(':')[0]));
    }

    [Fact]
    public async Task Nobody_corrects_or_withdraws_another_agencys_survey()
    {
        var (_, survey) = await SurveyedAsync();
        var other = _desk.ClerkOf(await _desk.AgencyAsync());

        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Correct(survey))).Refusals));
        Assert.IsType<RecordNotFound>(Assert.Single((await other.DoAsync(Withdraw(survey))).Refusals));
    }

    private async Task<(Agency Agency, Survey Survey)> SurveyedAsync()
    {
        var agency = await _desk.AgencyAsync();
        return (agency, (await _desk.ClerkOf(agency).DoAsync(Record(agency))).Record);
    }

    private static RecordSurvey Record(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            Kind = SurveyKind.Customer,
            Title = "How did we do?",
            ConductedFrom = new(1998, 5, 1),
            ConductedTo = Today,
            Population = 1000,
            Offered = 100,
            Responses = 60,
            Ratings = [10, 10, 10, 10, 20],
        };

    private static CorrectSurvey Correct(Survey survey) =>
        new()
        {
            SurveyId = survey.AsId(),
            Kind = SurveyKind.Customer,
            Title = "How did we do?",
            ConductedFrom = new(1998, 5, 1),
            ConductedTo = Today,
            Population = 1000,
            Offered = 100,
            Responses = 60,
            Ratings = [10, 10, 10, 10, 20],
            Reason = "The counts were another survey's.",
        };

    private static WithdrawSurvey Withdraw(Survey survey) => new() { SurveyId = survey.AsId(), Reason = "Held twice." };

    private static RecordFinding Find(Agency agency, Survey survey) =>
        new()
        {
            AgencyId = agency.AsId(),
            About = FindingAbout.Satisfaction,
            Text = "They wait too long.",
            FoundOn = Today,
            Source = new() { SurveyId = survey.AsId() },
        };
}
