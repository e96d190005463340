namespace Cwa.Model;

/// <summary>
/// The figures for one agency's complaints in one month, quarter or year, in one category and by one channel. Action 4
/// of the memorandum asks agencies to track them.
/// </summary>
/// <remarks>
/// A row never changes. A correction is the next revision, and the newest revision is the current one.
/// </remarks>
public sealed class ComplaintMetric : IAgencyRecord
{
    private ComplaintMetric() { } // EF Core

    /// <exception cref="ArgumentException">A number is negative, or is missing without a reason; the four counts do not
    /// balance; the category is another agency's; or a quarter or year does not begin with the month.</exception>
    public ComplaintMetric(
        Guid agencyId,
        ReportMonth month,
        ComplaintCategory? category,
        Channel? channel,
        ComplaintFigures figures,
        Guid? id = null,
        DateTime? recordedAt = null,
        CoveredPeriod covers = CoveredPeriod.Month
    )
        : this(
            agencyId,
            new(month, covers),
            ComplaintCategory.IdFor(agencyId, category),
            channel,
            figures,
            1,
            id,
            recordedAt
        ) { }

    private ComplaintMetric(
        Guid agencyId,
        FiguresPeriod period,
        Guid? categoryId,
        Channel? channel,
        ComplaintFigures figures,
        int revision,
        Guid? id,
        DateTime? recordedAt
    )
    {
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Month = period.Month;
        Covers = Require.Defined(period.Covers);
        LastMonth = period.LastMonth;
        CategoryId = categoryId;
        Channel = Require.Defined(channel);
        CategoryKey = categoryId ?? Guid.Empty;
        ChannelKey = (int)(channel ?? 0);
        Revision = revision;
        PendingStart = Require.Count(figures.PendingStart);
        Received = Require.Count(figures.Received);
        Resolved = Require.Count(figures.Resolved);
        PendingEnd = Require.Count(figures.PendingEnd);
        WithinTarget = Require.Count(figures.WithinTarget);
        Balances = PendingStart + Received - Resolved == PendingEnd ? true : null;
        CountsMissing = figures.CountsMissing;
        MedianDays = Require.Number(figures.MedianDays);
        MedianDaysMissing = figures.MedianDaysMissing;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
        if (!period.BeginsRightly)
            throw new ArgumentException($"No {period.Covers} begins with {period.Month}.");

        CheckFigures();
    }

    /// <summary>The id of this revision of the metric.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the agency that was complained to.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that was complained to.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>The month that the figures cover, or the first one if they cover a quarter or a year.</summary>
    public ReportMonth Month { get; private init; }

    /// <summary>How long a period the figures cover, from `month` on.</summary>
    public CoveredPeriod Covers { get; private init; }

    /// <summary>The last month that the figures cover: `month`, unless they cover a quarter or a year.</summary>
    public ReportMonth LastMonth { get; private init; }

    /// <summary>The id of the category; null if the figures cover all categories together.</summary>
    public Guid? CategoryId { get; private init; }

    /// <summary>The agency's own category; null if the figures cover all categories together.</summary>
    public ComplaintCategory? Category { get; private init; }

    /// <summary>How the complaints reached the agency; null if the figures cover all channels together.</summary>
    public Channel? Channel { get; private init; }

    /// <summary>1 for the figures as first reported; each correction has the next number.</summary>
    public int Revision { get; private init; }

    /// <summary>Whether this is the newest revision, the only one that totals count.</summary>
    public bool IsCurrent { get; private set; } = true;

    /// <summary>
    /// Complaints pending when the period began. That should be the `pendingEnd` of the period before, but an agency
    /// may restate it.
    /// </summary>
    public long? PendingStart { get; private init; }

    /// <summary>Complaints received in the period.</summary>
    public long? Received { get; private init; }

    /// <summary>Complaints resolved in the period, whenever they were received.</summary>
    public long? Resolved { get; private init; }

    /// <summary>Complaints pending when the period ended: `pendingStart` + `received` − `resolved`.</summary>
    public long? PendingEnd { get; private init; }

    /// <summary>
    /// How many of the complaints resolved in the period were resolved within the target days of the complaint process.
    /// </summary>
    public long? WithinTarget { get; private init; }

    /// <summary>
    /// Why `pendingStart`, `received`, `resolved`, `pendingEnd` or `withinTarget` is missing; null if none is.
    /// </summary>
    public MissingReason? CountsMissing { get; private init; }

    /// <summary>
    /// True if `pendingStart` + `received` − `resolved` = `pendingEnd`; null if one of the four is missing. Never
    /// false: figures that do not balance are refused.
    /// </summary>
    public bool? Balances { get; private init; }

    /// <summary>
    /// The median number of days from receipt to resolution of the complaints resolved in the period, 0 or more.
    /// </summary>
    public double? MedianDays { get; private init; }

    /// <summary>Why the median is missing; null if it is not.</summary>
    public MissingReason? MedianDaysMissing { get; private init; }

    /// <summary>When this revision was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When this revision was last changed, in UTC. It changes only when the next one replaces it.</summary>
    public DateTime UpdatedAt { get; private set; }

    // A unique index takes two nulls for different, so these keys have a value for "all categories" and "all channels".
    internal Guid CategoryKey { get; private init; }

    internal int ChannelKey { get; private init; }

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

    /// <summary>Corrects the figures. The returned revision becomes the current one in place of this one.</summary>
    /// <exception cref="InvalidOperationException">A newer revision has already replaced this one.</exception>
    public ComplaintMetric Revise(ComplaintFigures figures, Guid? id = null, DateTime? recordedAt = null)
    {
        if (!IsCurrent)
            throw new InvalidOperationException("Only the current revision can be revised.");

        var next = new ComplaintMetric(AgencyId, Period, CategoryId, Channel, figures, Revision + 1, id, recordedAt);
        IsCurrent = false;
        return next;
    }

    /// <summary>Whether the metric has these figures, so that reporting them again changes nothing.</summary>
    public bool Says(ComplaintFigures figures) => figures == Figures;

    private void CheckFigures()
    {
        var all = PendingStart.HasValue && Received.HasValue && Resolved.HasValue && PendingEnd.HasValue;
        if (all && Balances is null)
            throw new ArgumentException($"{PendingStart} + {Received} - {Resolved} is not {PendingEnd}.");

        Require.NumberOrReason(all && WithinTarget.HasValue, CountsMissing);
        Require.NumberOrReason(MedianDays.HasValue, MedianDaysMissing);
        if (MedianDays is < 0 or > Counts.Largest)
            throw new ArgumentException("A median of days cannot be negative or more than a trillion.");
    }
}
