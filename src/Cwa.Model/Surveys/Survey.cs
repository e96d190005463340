using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>A survey of customers or of employees (Executive Order 12862; action 6 of the memorandum).</summary>
public sealed class Survey : CorrectableRecord, IAgencyRecord
{
    internal const int LongestTitle = 200;
    internal const int LongestService = 200;
    internal const int LongestQuestion = 500;

    private readonly List<long> _ratings = [];

    private Survey() { } // EF Core

    /// <exception cref="ArgumentException">
    /// It ends before it begins, a count is negative or lacks both value and reason, or the ratings are not five.
    /// </exception>
    public Survey(
        Guid agencyId,
        SurveyKind kind,
        string title,
        DateOnly conductedFrom,
        DateOnly conductedTo,
        SurveyFigures figures,
        Guid? id = null,
        DateTime? recordedAt = null,
        Channel? channel = null,
        string? service = null,
        string? question = null
    )
    {
        Require.InOrder(conductedFrom, conductedTo);
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Kind = Require.Defined(kind);
        Title = Require.Text(title, LongestTitle);
        ConductedFrom = conductedFrom;
        ConductedTo = conductedTo;
        Channel = Require.Defined(channel);
        Service = Require.OptionalText(service, LongestService);
        Question = Require.OptionalText(question, LongestQuestion);
        Population = Require.Count(figures.Population);
        Offered = Require.Count(figures.Offered);
        Responses = Require.Count(figures.Responses);
        CountsMissing = figures.CountsMissing;
        Require.NumberOrReason(Population.HasValue && Offered.HasValue && Responses.HasValue, CountsMissing);
        _ratings = [.. figures.Ratings];
        MeanRating = MeanOf(_ratings) ?? Require.Number(figures.MeanRating);
        if (MeanRating is < 1 or > 5)
            throw new ArgumentException("A mean of five points lies between 1 and 5.", nameof(figures));

        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>Identifies the survey.</summary>
    public Guid Id { get; private init; }

    /// <summary>Identifies the agency that asked.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that asked.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>Whether customers or employees were asked.</summary>
    public SurveyKind Kind { get; private init; }

    /// <summary>What the survey was called.</summary>
    [MaxLength(LongestTitle)]
    public string Title { get; private init; } = "";

    /// <summary>The first day on which it was offered.</summary>
    public DateOnly ConductedFrom { get; private init; }

    /// <summary>The last day on which it was offered; the survey counts for that day's year.</summary>
    public DateOnly ConductedTo { get; private init; }

    /// <summary>How the people who were asked had reached the agency; null when not given.</summary>
    public Channel? Channel { get; private init; }

    /// <summary>The service that the survey was about; null when not given.</summary>
    [MaxLength(LongestService)]
    public string? Service { get; private init; }

    /// <summary>
    /// The question that the ratings answer; null when not given. A survey with several such questions is recorded once
    /// for each.
    /// </summary>
    [MaxLength(LongestQuestion)]
    public string? Question { get; private init; }

    /// <summary>How many people the survey is about, asked or not.</summary>
    public long? Population { get; private init; }

    /// <summary>How many were offered the survey.</summary>
    public long? Offered { get; private init; }

    /// <summary>How many answered. More than were offered the survey is odd, but is stored and shown.</summary>
    public long? Responses { get; private init; }

    /// <summary>Why at least one of the three counts is missing; null when all are there.</summary>
    public MissingReason? CountsMissing { get; private init; }

    /// <summary>
    /// How many respondents chose each point of a five-point scale, from 1 (worst) to 5 (best); empty when such a
    /// question was not asked or its counts were not kept.
    /// </summary>
    public IReadOnlyList<long> Ratings => _ratings;

    /// <summary>
    /// The mean of the five-point scale, from 1 to 5; null when unknown. A mean worked out from ratings has two
    /// decimals.
    /// </summary>
    public double? MeanRating { get; private init; }

    /// <summary>When this was recorded, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    private static double? MeanOf(List<long> ratings)
    {
        if (ratings is [])
            return null;
        if (ratings.Count != 5)
            throw new ArgumentException("Five points need five counts.", nameof(ratings));

        var respondents = ratings.Sum(count => Require.Count(count));
        var points = ratings.Index().Sum(point => (point.Index + 1m) * point.Item);
        return respondents == 0 ? null : (double)Math.Round(points / respondents, 2, MidpointRounding.AwayFromZero);
    }
}
