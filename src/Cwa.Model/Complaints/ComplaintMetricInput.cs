namespace Cwa.Model;

/// <summary>
/// The figures for an agency's complaints in one month, in one category or all, and by one channel or all.
/// </summary>
public sealed record ComplaintMetricInput
{
    /// <summary>The id of the agency that was complained to.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The month that the figures cover. It must have begun.</summary>
    public required ReportMonth Month { get; init; }

    /// <summary>The id of the agency's own category; left out if the figures cover all categories together.</summary>
    public Id<ComplaintCategory>? CategoryId { get; init; }

    /// <summary>How the complaints reached the agency; left out if the figures cover all channels together.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Complaints pending when the month began, 0 or more.</summary>
    public long? PendingStart { get; init; }

    /// <summary>Complaints received in the month, 0 or more.</summary>
    public long? Received { get; init; }

    /// <summary>Complaints resolved in the month, whenever they were received, 0 or more.</summary>
    public long? Resolved { get; init; }

    /// <summary>Complaints pending when the month ended: `pendingStart` + `received` − `resolved`.</summary>
    public long? PendingEnd { get; init; }

    /// <summary>
    /// How many of the complaints resolved in the month were resolved within the target days of the complaint process.
    /// </summary>
    public long? WithinTarget { get; init; }

    /// <summary>Why at least one of the five counts is left out. Required if one is, refused if none is.</summary>
    public MissingReason? CountsMissing { get; init; }

    /// <summary>
    /// The median number of days from receipt to resolution of the complaints resolved in the month, 0 or more.
    /// </summary>
    public double? MedianDays { get; init; }

    /// <summary>Why the median is left out. Required if it is, refused if it is not.</summary>
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
