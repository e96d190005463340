namespace Cwa.Model;

/// <summary>
/// An agency's complaints in one month, in one category and by one channel, or in all of them together.
/// </summary>
public sealed record ComplaintMetricInput
{
    /// <summary>The id of the agency that was complained to.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The month the numbers are of; it has begun.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>
    /// The id of the agency's own category; left out when the numbers are of all categories together.
    /// </summary>
    public Id<ComplaintCategory>? CategoryId { get; init; }

    /// <summary>The way the complaints came; left out when the numbers are of all channels together.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Complaints pending when the month began, 0 or more.</summary>
    public long? PendingStart { get; init; }

    /// <summary>Complaints received in the month, 0 or more.</summary>
    public long? Received { get; init; }

    /// <summary>Complaints resolved in the month, whenever they were received, 0 or more.</summary>
    public long? Resolved { get; init; }

    /// <summary>Complaints pending when the month ended: `pendingStart` + `received` − `resolved`.</summary>
    public long? PendingEnd { get; init; }

    /// <summary>Of those resolved in the month, how many within the complaint process's target days.</summary>
    public long? WithinTarget { get; init; }

    /// <summary>Why at least one of the five counts is left out; needed then, and only then.</summary>
    public MissingReason? CountsMissing { get; init; }

    /// <summary>
    /// The median number of days from receipt to resolution, of the complaints resolved in the month, 0 or more.
    /// </summary>
    public double? MedianDays { get; init; }

    /// <summary>Why the median is left out; needed then, and only then.</summary>
    public MissingReason? MedianDaysMissing { get; init; }

    internal ComplaintFigures Figures =>
        new()
        {
            PendingStart = PendingStart,
            Received = Received,
            Resolved = Resolved,
            PendingEnd = PendingEnd,
            WithinTarget = WithinTarget,
            CountsMissing = CountsMissing,
            MedianDays = MedianDays,
            MedianDaysMissing = MedianDaysMissing,
        };
}
