namespace Cwa.Model;

/// <summary>How many people were asked and what they answered. A missing count has a reason.</summary>
public sealed record SurveyFigures
{
    /// <summary>How many people the survey is about.</summary>
    public long? Population { get; init; }

    /// <summary>How many were offered the survey.</summary>
    public long? Offered { get; init; }

    /// <summary>How many answered.</summary>
    public long? Responses { get; init; }

    /// <summary>Why at least one of the three counts is missing.</summary>
    public MissingReason? CountsMissing { get; init; }

    /// <summary>
    /// How many chose each of the five points, from the worst to the best; empty when that was not asked or its counts
    /// were not kept.
    /// </summary>
    public IReadOnlyList<long> Ratings { get; init; } = [];

    /// <summary>The mean of the five points, from 1 to 5; worked out from the ratings when they are there.</summary>
    public double? MeanRating { get; init; }
}
