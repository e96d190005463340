namespace Cwa.Model;

/// <summary>
/// The figures for an agency's complaints in one month, quarter or year, in one category or all, and by one channel or
/// all.
/// </summary>
public sealed record ComplaintMetricInput
{
    /// <summary>The id of the agency that was complained to.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>
    /// The month that the figures cover, or the first one if they cover a quarter or a year. It must have begun.
    /// </summary>
    public required ReportMonth Month { get; init; }

    /// <summary>
    /// How long a period the figures cover, from `month` on. Where there are figures for a year, those for its quarters
    /// and months are not added to them, and neither are those for months to a quarter's. The years of one agency must
    /// not overlap.
    /// </summary>
    public CoveredPeriod Covers { get; init; } = CoveredPeriod.Month;

    /// <summary>The id of the agency's own category; left out if the figures cover all categories together.</summary>
    public Id<ComplaintCategory>? CategoryId { get; init; }

    /// <summary>How the complaints reached the agency; left out if the figures cover all channels together.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Complaints pending when the period began, 0 or more.</summary>
    public long? PendingStart { get; init; }

    /// <summary>Complaints received in the period, 0 or more.</summary>
    public long? Received { get; init; }

    /// <summary>Complaints resolved in the period, whenever they were received, 0 or more.</summary>
    public long? Resolved { get; init; }

    /// <summary>Complaints pending when the period ended: `pendingStart` + `received` − `resolved`.</summary>
    public long? PendingEnd { get; init; }

    /// <summary>
    /// How many of the complaints resolved in the period were resolved within the target days of the complaint process.
    /// </summary>
    public long? WithinTarget { get; init; }

    /// <summary>
    /// Why `pendingStart`, `received`, `resolved`, `pendingEnd` or `withinTarget` is left out. Required if one of the
    /// five is, refused if none is.
    /// </summary>
    public MissingReason? CountsMissing { get; init; }

    /// <summary>
    /// The median number of days from receipt to resolution of the complaints resolved in the period, 0 or more.
    /// </summary>
    public double? MedianDays { get; init; }

    /// <summary>Why the median is left out. Required if it is, refused if it is not.</summary>
    public MissingReason? MedianDaysMissing { get; init; }

    internal FiguresPeriod Period => new(Month, Covers);

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
