using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Cwa.Model;

/// <summary>What recording and correcting a survey have in common: what it says, and the rules of that.</summary>
public abstract record SurveyVerb : Verb<Survey>
{
    /// <summary>Whether customers or employees were asked.</summary>
    public required SurveyKind Kind { get; init; }

    /// <summary>What the survey was called.</summary>
    [MaxLength(Survey.LongestTitle)]
    public required string Title { get; init; }

    /// <summary>The first day on which it was offered.</summary>
    public required DateOnly ConductedFrom { get; init; }

    /// <summary>
    /// The last day on which it was offered, not in the future. The survey counts for that day's year.
    /// </summary>
    public required DateOnly ConductedTo { get; init; }

    /// <summary>How the people who were asked had reached the agency.</summary>
    public Channel? Channel { get; init; }

    /// <summary>The service that the survey was about.</summary>
    [MaxLength(Survey.LongestService)]
    public string? Service { get; init; }

    /// <summary>
    /// The question that the ratings answer. Record a survey with several such questions once for each of them.
    /// </summary>
    [MaxLength(Survey.LongestQuestion)]
    public string? Question { get; init; }

    /// <summary>How many people the survey is about, asked or not, 0 to a trillion.</summary>
    public long? Population { get; init; }

    /// <summary>How many were offered the survey, 0 to a trillion.</summary>
    public long? Offered { get; init; }

    /// <summary>How many answered, 0 to a trillion.</summary>
    public long? Responses { get; init; }

    /// <summary>Why one or more of the three counts are left out; required then, and only then.</summary>
    public MissingReason? CountsMissing { get; init; }

    /// <summary>
    /// How many respondents chose each point of a five-point scale, from 1 (worst) to 5 (best): five counts, or none
    /// when that was not asked or not kept.
    /// </summary>
    public IReadOnlyList<long> Ratings { get; init; } = [];

    /// <summary>
    /// The mean of the five-point scale, from 1 to 5. If ratings are given, their mean is stored instead.
    /// </summary>
    public double? MeanRating { get; init; }

    private protected void CheckInput(Work work)
    {
        work.Check.InOrder(ConductedFrom, ConductedTo, nameof(ConductedTo));
        work.Check.HasCome(ConductedTo, work.Today, nameof(ConductedTo));
        CheckCounts(this, work.Check);
        CheckRatings(this, work.Check);
    }

    /// <summary>The survey as the input says it.</summary>
    /// <param name="agencyId">The agency that asked.</param>
    /// <param name="corrected">The survey that the input corrects; null for a new one.</param>
    /// <param name="work">The run of the verb.</param>
    private protected Survey Said(Guid agencyId, Survey? corrected, Work work)
    {
        var survey = new Survey(
            agencyId,
            Kind,
            Title,
            ConductedFrom,
            ConductedTo,
            new()
            {
                Population = Population,
                Offered = Offered,
                Responses = Responses,
                CountsMissing = CountsMissing,
                Ratings = Ratings,
                MeanRating = MeanRating,
            },
            corrected?.Id,
            corrected?.RecordedAt,
            Channel,
            Service,
            Question
        );
        if (Contradicts(MeanRating, Ratings))
            work.Warn(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The ratings have a mean of {survey.MeanRating}, which is stored instead."
                ),
                "meanRating"
            );
        return survey;
    }

    private static void CheckCounts(SurveyVerb input, Check check)
    {
        check.NotNegative(input.Population, nameof(Population));
        check.NotNegative(input.Offered, nameof(Offered));
        check.NotNegative(input.Responses, nameof(Responses));
        check.NumberOrReason(
            input.Population is not null && input.Offered is not null && input.Responses is not null,
            input.CountsMissing is not null,
            "countsMissing"
        );
        if (input.Offered > input.Population)
            check.Warn(
                $"The survey was offered to {input.Offered} people, more than the {input.Population} whom it is about.",
                "offered"
            );
        if (input.Responses > input.Offered)
            check.Warn(
                $"{input.Responses} people answered, more than the {input.Offered} to whom the survey was offered.",
                "responses"
            );
    }

    private static void CheckRatings(SurveyVerb input, Check check)
    {
        if (input.MeanRating is { } mean && mean is not (>= 1 and <= 5))
            check.Refuse(new MeanOffTheScale(), nameof(MeanRating));
        if (input.Ratings.Count is not (0 or 5))
        {
            check.Refuse(new RatingsNotFive(input.Ratings.Count), nameof(Ratings));
            return;
        }

        foreach (var (i, count) in input.Ratings.Index())
            check.NotNegative(count, "ratings", i.ToString(CultureInfo.InvariantCulture));
        if (
            check.IsGood
            && input.Ratings is not []
            && input.Responses is { } responses
            && IsOdd(input.Ratings.Sum(), responses, input.Question)
        )
            check.Warn(
                $"The ratings are from {input.Ratings.Sum()} people, but {responses} answered.",
                nameof(Ratings)
            );
    }

    // Not everyone who answers a survey answers each of its questions.
    private static bool IsOdd(long rated, long responses, string? question) =>
        question is null ? rated != responses : rated > responses;

    /// <summary>Whether a mean differs from that of the ratings, to two decimals.</summary>
    private static bool Contradicts(double? mean, IReadOnlyList<long> ratings)
    {
        var respondents = ratings.Sum();
        if (mean is not { } given || respondents == 0)
            return false;

        var exact = ratings.Index().Sum(point => (point.Index + 1m) * point.Item) / respondents;
        return Math.Abs((decimal)given - exact) > 0.005m;
    }
}
