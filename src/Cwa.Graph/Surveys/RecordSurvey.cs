using System.Globalization;
using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Whom an agency asked, and what they answered.</summary>
public sealed record RecordSurveyInput : MutationInput
{
    /// <summary>The id of the agency that asked.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>Whether customers or employees were asked.</summary>
    public required SurveyKind Kind { get; init; }

    /// <summary>What the survey was called, 1–200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The first day on which it was offered.</summary>
    public required DateOnly ConductedFrom { get; init; }

    /// <summary>
    /// The last day on which it was offered, today at the latest. The survey counts for that day's year.
    /// </summary>
    public required DateOnly ConductedTo { get; init; }

    /// <summary>All whom the survey is about, asked or not, 0 to a trillion.</summary>
    public long? Population { get; init; }

    /// <summary>How many were offered the survey, 0 to a trillion.</summary>
    public long? Offered { get; init; }

    /// <summary>How many answered, 0 to a trillion.</summary>
    public long? Responses { get; init; }

    /// <summary>Why at least one of the three counts is left out; given exactly then.</summary>
    public MissingReason? CountsMissing { get; init; }

    /// <summary>
    /// How many respondents chose each point of a five-point scale, from 1 (worst) to 5 (best): five counts, or none
    /// when that was not asked or not kept.
    /// </summary>
    [DefaultAstValue("[]")]
    public IReadOnlyList<long> Ratings { get; init; } = [];

    /// <summary>
    /// The mean of the five-point scale, from 1 to 5. Where there are ratings it is worked out from them instead.
    /// </summary>
    public double? MeanRating { get; init; }
}

/// <summary>The survey, or why it was refused.</summary>
public sealed record RecordSurveyPayload : Payload
{
    /// <summary>The survey; null when it was refused or only checked.</summary>
    public Survey? Survey { get; init; }
}

/// <summary>The counts of a five-point scale are not five.</summary>
public sealed record RatingsNotFive(int Count, IReadOnlyList<string> Path) : IUserError
{
    /// <summary>How many counts there are.</summary>
    public int Count { get; } = Count;

    /// <inheritdoc/>
    public string Message => $"Give five counts, from the worst point to the best, or none; these are {Count}.";
}

/// <summary>A mean is not on the scale.</summary>
public sealed record MeanOffTheScale(IReadOnlyList<string> Path) : IUserError
{
    /// <inheritdoc/>
    public string Message => "The mean of five points lies between 1 and 5.";
}

/// <summary>Action 6: an agency surveys its customers or its employees.</summary>
public sealed class RecordSurvey
{
    /// <summary>
    /// Records a survey of customers or of employees (action 6; Executive Order 12862). Counts that do not fit each
    /// other are kept, with a warning.
    /// </summary>
    /// <param name="input">Whom it asked, and what they answered.</param>
    [Role(Roles.Submit)]
    public static Task<RecordSurveyPayload> RecordSurveyAsync(
        RecordSurveyInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            survey => new RecordSurveyPayload { Survey = survey },
            session => RecordAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<Survey?> RecordAsync(
        RecordSurveyInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Title, 200, "title");
        check.InOrder(input.ConductedFrom, input.ConductedTo, "conductedTo");
        check.HasCome(input.ConductedTo, session.Today, "conductedTo");
        CheckCounts(input, check);
        CheckRatings(input, check);
        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency || !check.IsGood)
            return null;

        var survey = new Survey(
            agency.Id,
            input.Kind,
            input.Title,
            input.ConductedFrom,
            input.ConductedTo,
            new()
            {
                Population = input.Population,
                Offered = input.Offered,
                Responses = input.Responses,
                CountsMissing = input.CountsMissing,
                Ratings = input.Ratings,
                MeanRating = input.MeanRating,
            }
        );
        if (Contradicts(input.MeanRating, input.Ratings))
            check.Warn(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The ratings have a mean of {survey.MeanRating}, which is kept instead."
                ),
                "meanRating"
            );
        session.Db.Add(survey);
        session.Announce(FeedKind.SurveyRecorded, survey);
        return survey;
    }

    private static void CheckCounts(RecordSurveyInput input, InputCheck check)
    {
        check.NotNegative(input.Population, "population");
        check.NotNegative(input.Offered, "offered");
        check.NotNegative(input.Responses, "responses");
        check.NumberOrReason(
            input.Population is not null && input.Offered is not null && input.Responses is not null,
            input.CountsMissing is not null,
            "countsMissing"
        );
        if (input.Offered > input.Population)
            check.Warn(
                $"The survey was offered to {input.Offered}, more than the {input.Population} whom it is about.",
                "offered"
            );
        if (input.Responses > input.Offered)
            check.Warn(
                $"{input.Responses} answered, more than the {input.Offered} to whom the survey was offered.",
                "responses"
            );
    }

    private static void CheckRatings(RecordSurveyInput input, InputCheck check)
    {
        if (input.MeanRating is { } mean && mean is not (>= 1 and <= 5))
            check.Refuse(new MeanOffTheScale(check.Path("meanRating")));
        if (input.Ratings.Count is not (0 or 5))
        {
            check.Refuse(new RatingsNotFive(input.Ratings.Count, check.Path("ratings")));
            return;
        }

        foreach (var (i, count) in input.Ratings.Index())
            check.NotNegative(count, "ratings", i.ToString(CultureInfo.InvariantCulture));
        if (
            check.IsGood
            && input.Ratings is not []
            && input.Responses is { } responses
            && input.Ratings.Sum() != responses
        )
            check.Warn($"The ratings are of {input.Ratings.Sum()} people, and {responses} answered.", "ratings");
    }

    /// <summary>Whether a mean is another one than the ratings have, to two decimals.</summary>
    private static bool Contradicts(double? mean, IReadOnlyList<long> ratings)
    {
        var respondents = ratings.Sum();
        if (mean is not { } given || respondents == 0)
            return false;

        var exact = ratings.Index().Sum(point => (point.Index + 1m) * point.Item) / respondents;
        return Math.Abs((decimal)given - exact) > 0.005m;
    }
}
