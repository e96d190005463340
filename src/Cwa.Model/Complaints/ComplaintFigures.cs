namespace Cwa.Model;

/// <summary>The numbers of one complaint metric. A missing number has its reason beside it.</summary>
public sealed record ComplaintFigures
{
    /// <summary>Complaints pending when the period began.</summary>
    public long? PendingStart { get; init; }

    /// <summary>Complaints received in the period.</summary>
    public long? Received { get; init; }

    /// <summary>Complaints resolved in the period.</summary>
    public long? Resolved { get; init; }

    /// <summary>Complaints pending when the period ended.</summary>
    public long? PendingEnd { get; init; }

    /// <summary>
    /// How many of the complaints resolved in the period were resolved within the target days of the process.
    /// </summary>
    public long? WithinTarget { get; init; }

    /// <summary>Why at least one of the five counts is missing.</summary>
    public MissingReason? CountsMissing { get; init; }

    /// <summary>The median number of days from receipt to resolution.</summary>
    public double? MedianDays { get; init; }

    /// <summary>Why the median is missing.</summary>
    public MissingReason? MedianDaysMissing { get; init; }

    internal bool HasNumbers =>
        (PendingStart ?? Received ?? Resolved ?? PendingEnd ?? WithinTarget).HasValue || MedianDays.HasValue;
}
