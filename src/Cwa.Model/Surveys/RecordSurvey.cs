using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Cwa.Model;

/// <summary>
/// Records a survey of customers or of employees (action 6; Executive Order 12862). Counts that contradict each other
/// are stored, with a warning.
/// </summary>
[By(Role.Agency)]
public sealed record RecordSurvey : Verb<Survey>
{
    /// <summary>The id of the agency that asked.</summary>
    public required Id<Agency> AgencyId { get; init; }

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

    /// <inheritdoc/>
    public override async Task<Survey?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        work.Check.InOrder(ConductedFrom, ConductedTo, nameof(ConductedTo));
        work.Check.HasCome(ConductedTo, work.Today, nameof(ConductedTo));
        CheckCounts(this, work.Check);
        CheckRatings(this, work.Check);
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency || !work.IsGood)
            return null;

        var survey = new Survey(
            agency.Id,
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
            channel: Channel,
            service: Service,
            question: Question
        );
        if (Contradicts(MeanRating, Ratings))
            work.Warn(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The ratings have a mean of {survey.MeanRating}, which is stored instead."
                ),
                "meanRating"
            );
        work.Db.Add(survey);
        work.Announce(FeedKind.SurveyRecorded, survey);
        return survey;
    }

    private static void CheckCounts(RecordSurvey input, Check check)
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

    private static void CheckRatings(RecordSurvey input, Check check)
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

/// <summary>A five-point scale does not have five counts.</summary>
public sealed record RatingsNotFive(int Count) : Refusal
{
    /// <summary>How many counts there are.</summary>
    public int Count { get; } = Count;

    /// <inheritdoc/>
    public override string Message =>
        $"Give five counts, from the worst point to the best, or none. There are {Count}.";
}

/// <summary>A mean is not from 1 to 5.</summary>
public sealed record MeanOffTheScale : Refusal
{
    /// <inheritdoc/>
    public override string Message => "Give a mean from 1 to 5, such as 3.8.";
}
