namespace Cwa.Model;

/// <summary>
/// One agency's complaints in one month, in one category and by one channel, as action 4 of the memorandum has them
/// tracked.
/// </summary>
/// <remarks>
/// A row never changes. A correction is the next revision, and the newest revision is the current one.
/// </remarks>
public sealed class ComplaintMetric : IAgencyRecord
{
    private ComplaintMetric() { } // EF Core

    /// <exception cref="ArgumentException"> A number is negative, lacks both value and reason, or the four counts do
    /// not balance; or the category is another agency's.
    /// </exception>
    public ComplaintMetric(
        Guid agencyId,
        ReportMonth month,
        ComplaintCategory? category,
        Channel? channel,
        ComplaintFigures figures,
        Guid? id = null,
        DateTime? recordedAt = null
    )
        : this(
            agencyId,
            month,
            ComplaintCategory.IdFor(agencyId, category),
            channel,
            figures,
            revision: 1,
            id,
            recordedAt
        ) { }

    private ComplaintMetric(
        Guid agencyId,
        ReportMonth month,
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
        Month = month;
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
        CheckFigures();
    }

    /// <summary>Identifies this revision of the metric.</summary>
    public Guid Id { get; private init; }

    /// <summary>Identifies the agency that was complained to.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that was complained to.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>The month the numbers are of.</summary>
    public ReportMonth Month { get; private init; }

    /// <summary>Identifies the category; null when the numbers are of all categories together.</summary>
    public Guid? CategoryId { get; private init; }

    /// <summary>The agency's own category; null when the numbers are of all categories together.</summary>
    public ComplaintCategory? Category { get; private init; }

    /// <summary>The way the complaints came; null when the numbers are of all channels together.</summary>
    public Channel? Channel { get; private init; }

    /// <summary>1 for the first report of these numbers, one more for each correction.</summary>
    public int Revision { get; private init; }

    /// <summary>Whether this is the newest revision, the one that totals count.</summary>
    public bool IsCurrent { get; private set; } = true;

    /// <summary>
    /// Complaints pending when the month began; should be what was pending when the month before ended, but may be
    /// restated.
    /// </summary>
    public long? PendingStart { get; private init; }

    /// <summary>Complaints received in the month.</summary>
    public long? Received { get; private init; }

    /// <summary>Complaints resolved in the month, whenever they were received.</summary>
    public long? Resolved { get; private init; }

    /// <summary>Complaints pending when the month ended: pendingStart + received − resolved.</summary>
    public long? PendingEnd { get; private init; }

    /// <summary>Of those resolved in the month, how many within the complaint process's target days.</summary>
    public long? WithinTarget { get; private init; }

    /// <summary>Why at least one of the five counts is missing; null when all are there.</summary>
    public MissingReason? CountsMissing { get; private init; }

    /// <summary>
    /// True when pendingStart + received − resolved = pendingEnd; numbers that contradict it are refused, so it is
    /// otherwise null: one of the four is missing and nobody can tell.
    /// </summary>
    public bool? Balances { get; private init; }

    /// <summary>
    /// The median number of days from receipt to resolution, of the complaints resolved in the month; 0 or more.
    /// </summary>
    public double? MedianDays { get; private init; }

    /// <summary>Why the median is missing; null when it is there.</summary>
    public MissingReason? MedianDaysMissing { get; private init; }

    /// <summary>When this was recorded, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When this was last changed, in UTC: a revision changes only when the next one replaces it.</summary>
    public DateTime UpdatedAt { get; private set; }

    // A unique index takes two nulls for different, so "all categories" and "all channels" have a value of their own in
    // it.
    internal Guid CategoryKey { get; private init; }

    internal int ChannelKey { get; private init; }

    /// <summary>Corrects the figures: this revision stops being the current one, the returned one is.</summary>
    /// <exception cref="InvalidOperationException">A newer revision has replaced this one already.</exception>
    public ComplaintMetric Revise(ComplaintFigures figures, Guid? id = null, DateTime? recordedAt = null)
    {
        if (!IsCurrent)
            throw new InvalidOperationException("Only the current revision can be revised.");

        var next = new ComplaintMetric(AgencyId, Month, CategoryId, Channel, figures, Revision + 1, id, recordedAt);
        IsCurrent = false;
        return next;
    }

    /// <summary>Whether these are the figures already, so that reporting them again corrects nothing.</summary>
    public bool Says(ComplaintFigures figures) =>
        figures
        == new ComplaintFigures
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

    private void CheckFigures()
    {
        var all = PendingStart.HasValue && Received.HasValue && Resolved.HasValue && PendingEnd.HasValue;
        if (all && Balances is null)
            throw new ArgumentException($"{PendingStart} + {Received} - {Resolved} is not {PendingEnd}.");

        Require.NumberOrReason(all && WithinTarget.HasValue, CountsMissing);
        Require.NumberOrReason(MedianDays.HasValue, MedianDaysMissing);
        if (MedianDays is < 0 or > Counts.Largest)
            throw new ArgumentException("A median of days is neither negative nor more than a trillion.");
    }
}
