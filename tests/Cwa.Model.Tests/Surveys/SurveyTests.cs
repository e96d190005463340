namespace Cwa.Model.Tests;

public sealed class SurveyTests
{
    private static readonly SurveyFigures Figures = new()
    {
        Population = 1000,
        Offered = 100,
        Responses = 60,
    };

    [Fact]
    public void More_responses_than_offers_are_accepted() =>
        Assert.Equal(120, Conduct(Figures with { Responses = 120 }).Responses);

    [Fact]
    public void The_mean_follows_from_the_ratings() =>
        Assert.Equal(3.67, Conduct(Figures with { Ratings = [1, 0, 1, 2, 2], MeanRating = 5 }).MeanRating);

    [Fact]
    public void No_ratings_have_no_mean() =>
        Assert.Null(Conduct(Figures with { Ratings = [0, 0, 0, 0, 0] }).MeanRating);

    [Fact]
    public void A_mean_may_be_given_without_ratings() =>
        Assert.Equal(4.1, Conduct(Figures with { MeanRating = 4.1 }).MeanRating);

    [Fact]
    public void A_five_point_scale_has_five_counts() =>
        Assert.Throws<ArgumentException>(() => Conduct(Figures with { Ratings = [1, 2, 3, 4] }));

    [Theory]
    [InlineData(0.99)]
    [InlineData(5.01)]
    public void A_mean_outside_the_scale_is_refused(double mean) =>
        Assert.Throws<ArgumentException>(() => Conduct(Figures with { MeanRating = mean }));

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void A_mean_at_either_end_of_the_scale_is_kept(double mean) =>
        Assert.Equal(mean, Conduct(Figures with { MeanRating = mean }).MeanRating);

    // 425 points of 200 people are 2.125.
    [Fact]
    public void A_mean_is_rounded_to_two_decimals_and_half_of_one_away_from_zero() =>
        Assert.Equal(2.13, Conduct(Figures with { Ratings = [100, 0, 75, 25, 0] }).MeanRating);

    [Fact]
    public void A_missing_count_needs_a_reason()
    {
        var figures = Figures with { Population = null };

        Assert.Throws<ArgumentException>(() => Conduct(figures));
        Assert.Null(Conduct(figures with { CountsMissing = MissingReason.NotCollected }).Population);
        Assert.Throws<ArgumentException>(() => Conduct(Figures with { Offered = null }));
        Assert.Throws<ArgumentException>(() => Conduct(Figures with { Responses = null }));
        Assert.Throws<ArgumentException>(() => Conduct(Figures with { CountsMissing = MissingReason.LessThan }));
    }

    [Fact]
    public void A_survey_does_not_end_before_it_begins() =>
        Assert.Throws<ArgumentException>(() =>
            new Survey(Guid.NewGuid(), SurveyKind.Employee, "Front line", new(1998, 5, 2), new(1998, 5, 1), Figures)
        );

    private static Survey Conduct(SurveyFigures figures) =>
        new(Guid.NewGuid(), SurveyKind.Customer, "How did we do?", new(1998, 5, 1), new(1998, 5, 31), figures);
}
