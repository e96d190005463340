namespace Cwa.Model.Tests;

public sealed class RecordSurveyTests
{
    private static readonly DateOnly Today = new(1998, 6, 15);

    private readonly Desk _desk = new(Today);

    [Fact]
    public async Task A_survey_is_recorded_with_its_figures()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk
            .ClerkOf(agency)
            .DoAsync(Record(agency) with { Ratings = [10, 10, 10, 10, 20], MeanRating = 3.33 });

        var survey = done.Record;
        Assert.Equal(
            (agency.Id, SurveyKind.Customer, "How did we do?", new DateOnly(1998, 5, 1), Today),
            (survey.AgencyId, survey.Kind, survey.Title, survey.ConductedFrom, survey.ConductedTo)
        );
        Assert.Equal(
            (1000L, 100L, 60L, null, 3.33),
            (survey.Population, survey.Offered, survey.Responses, survey.CountsMissing, survey.MeanRating)
        );
        Assert.Equal([10, 10, 10, 10, 20], survey.Ratings);
        Assert.Equal([(FeedKind.SurveyRecorded, agency.Id, survey.Id)], done.Announced);
        Assert.Empty(done.Warned);
    }

    [Theory]
    [InlineData("1998-06-15", "1998-06-15", "")]
    [InlineData("1998-06-15", "1998-06-14", "input.conductedTo EndBeforeStart")]
    [InlineData("1998-06-15", "1998-06-16", "input.conductedTo DateInFuture")]
    public async Task A_survey_is_over_and_does_not_end_before_it_begins(string from, string to, string wrong)
    {
        var done = await DoAsync(r => r with { ConductedFrom = Case.Day(from), ConductedTo = Case.Day(to) });

        Assert.Equal(wrong, Places(done));
    }

    [Theory]
    [InlineData(0L, 0L, 0L, false, "")]
    [InlineData(-1L, 0L, 0L, false, "input.population NegativeNumber")]
    [InlineData(0L, -1L, 0L, false, "input.offered NegativeNumber")]
    [InlineData(0L, 0L, -1L, false, "input.responses NegativeNumber")]
    [InlineData(null, 0L, 0L, false, "input.countsMissing NumberOrReason")]
    [InlineData(0L, null, 0L, false, "input.countsMissing NumberOrReason")]
    [InlineData(0L, 0L, null, false, "input.countsMissing NumberOrReason")]
    [InlineData(0L, 0L, 0L, true, "input.countsMissing NumberOrReason")]
    [InlineData(null, 0L, 0L, true, "")]
    [InlineData(0L, null, 0L, true, "")]
    [InlineData(0L, 0L, null, true, "")]
    public async Task Counts_are_not_negative_and_a_missing_one_has_a_reason(
        long? population,
        long? offered,
        long? responses,
        bool hasReason,
        string wrong
    )
    {
        var done = await DoAsync(r =>
            r with
            {
                Population = population,
                Offered = offered,
                Responses = responses,
                CountsMissing = hasReason ? MissingReason.NotCollected : null,
            }
        );

        Assert.Equal(wrong, Places(done));
    }

    [Theory]
    [InlineData(100, 100, 100, "")]
    [InlineData(
        99,
        100,
        100,
        "input.offered: The survey was offered to 100 people, more than the 99 whom it is about."
    )]
    [InlineData(100, 99, 100, "input.responses: 100 people answered, more than the 99 to whom the survey was offered.")]
    public async Task More_offers_than_people_or_more_answers_than_offers_are_odd(
        long population,
        long offered,
        long responses,
        string odd
    )
    {
        var done = await DoAsync(r => r with { Population = population, Offered = offered, Responses = responses });

        Assert.Equal(odd, string.Join('\n', done.Warned));
        Assert.Equal(responses, done.Record.Responses);
    }

    [Theory]
    [InlineData(0.99, "input.meanRating MeanOffTheScale")]
    [InlineData(1, "")]
    [InlineData(5, "")]
    [InlineData(5.01, "input.meanRating MeanOffTheScale")]
    [InlineData(double.NaN, "input.meanRating MeanOffTheScale")]
    public async Task A_mean_is_on_the_scale(double mean, string wrong) =>
        Assert.Equal(wrong, Places(await DoAsync(r => r with { MeanRating = mean })));

    [Fact]
    public async Task Ratings_are_five_counts_or_none()
    {
        var four = await DoAsync(r => r with { Ratings = [1, 1, 1, 1] });
        var six = await DoAsync(r => r with { Ratings = [1, 1, 1, 1, 1, 1] });
        var negative = await DoAsync(r => r with { Ratings = [61, -1, 0, 0, Counts.Largest + 1] });

        Assert.Equal(
            ["input.ratings RatingsNotFive: Give five counts, from the worst point to the best, or none. There are 4."],
            four.Refused
        );
        Assert.Equal(6, Assert.IsType<RatingsNotFive>(Assert.Single(six.Refusals)).Count);
        Assert.Equal("input.ratings.1 NegativeNumber\ninput.ratings.4 NumberTooLarge", Places(negative));
        Assert.Empty(negative.Warned);
    }

    [Fact]
    public async Task Ratings_of_more_or_fewer_people_than_answered_are_odd()
    {
        var fewer = await DoAsync(r => r with { Ratings = [50, 9, 0, 0, 0] });
        var unknown = await DoAsync(r =>
            r with
            {
                Ratings = [50, 9, 0, 0, 0],
                Responses = null,
                CountsMissing = MissingReason.NotCollected,
            }
        );

        Assert.Equal(["input.ratings: The ratings are from 59 people, but 60 answered."], fewer.Warned);
        Assert.Empty(unknown.Warned);
    }

    // 60 people, 200 points: 3.333…
    [Theory]
    [InlineData(3.33, false)]
    [InlineData(3.338, false)]
    [InlineData(3.339, true)]
    [InlineData(3.32, true)]
    public async Task A_mean_that_the_ratings_contradict_is_odd(double mean, bool odd)
    {
        var done = await DoAsync(r => r with { Ratings = [10, 10, 10, 10, 20], MeanRating = mean });

        Assert.Equal(
            odd ? ["input.meanRating: The ratings have a mean of 3.33, which is stored instead."] : [],
            done.Warned
        );
        Assert.Equal(3.33, done.Record.MeanRating);
    }

    [Fact]
    public async Task A_mean_that_is_rounded_by_half_of_a_hundredth_contradicts_nothing()
    {
        var done = await DoAsync(r => r with { Ratings = [0, 0, 60, 0, 0], MeanRating = 3.005 });

        Assert.Empty(done.Warned);
        Assert.Equal(3, done.Record.MeanRating);
    }

    [Fact]
    public async Task A_mean_beside_ratings_that_nobody_gave_is_kept()
    {
        var done = await DoAsync(r => r with { Ratings = [0, 0, 0, 0, 0], MeanRating = 4, Responses = 0 });

        Assert.Empty(done.Warned);
        Assert.Equal(4, done.Record.MeanRating);
    }

    [Fact]
    public async Task Surveys_and_studies_are_their_agencys_alone()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());

        var survey = await _desk.ClerkOf(other).DoAsync(Record(agency));
        var study = await _desk.ClerkOf(other).DoAsync(Compare(agency));

        Assert.IsType<AgencyNotFound>(Assert.Single(survey.Refusals));
        Assert.IsType<AgencyNotFound>(Assert.Single(study.Refusals));
    }

    [Fact]
    public async Task A_benchmark_study_is_recorded_once_it_is_finished()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Compare(agency));
        var ahead = await _desk.ClerkOf(agency).DoAsync(Compare(agency) with { ConductedOn = Today.AddDays(1) });

        var study = done.Record;
        Assert.Equal(
            (agency.Id, "calls answered within three rings", "A bank", 97.5, 88d, "percent", Today),
            (
                study.AgencyId,
                study.Measure,
                study.Partner,
                study.PartnerScore,
                study.OwnScore,
                study.Unit,
                study.ConductedOn
            )
        );
        Assert.Equal([(FeedKind.BenchmarkStudyRecorded, agency.Id, study.Id)], done.Announced);
        Assert.Equal("input.conductedOn DateInFuture", Places(ahead));
    }

    private async Task<Done<Survey>> DoAsync(Func<RecordSurvey, RecordSurvey> with)
    {
        var agency = await _desk.AgencyAsync();
        return await _desk.ClerkOf(agency).DoAsync(with(Record(agency)));
    }

    private static string Places<T>(Done<T> done) =>
        string.Join('\n', done.Refused.Select(refusal => refusal.Split(':')[0]));

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
        };

    private static RecordBenchmarkStudy Compare(Agency agency) =>
        new()
        {
            AgencyId = agency.AsId(),
            Measure = "calls answered within three rings",
            Partner = "A bank",
            PartnerScore = 97.5,
            OwnScore = 88,
            Unit = "percent",
            ConductedOn = Today,
        };
}
