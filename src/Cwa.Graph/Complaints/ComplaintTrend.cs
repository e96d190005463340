using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>The length of a period of a trend.</summary>
public enum TrendInterval
{
    /// <summary>A calendar month.</summary>
    Month = 1,

    /// <summary>Three calendar months, from January, April, July or October.</summary>
    Quarter = 2,

    /// <summary>A calendar year.</summary>
    Year = 3,

    /// <summary>A federal fiscal year: the one of 1999 begins in October 1998.</summary>
    FiscalYear = 4,
}

/// <summary>What a trend distinguishes.</summary>
public enum TrendGroup
{
    /// <summary>Every agency.</summary>
    Agency = 1,

    /// <summary>
    /// Every top-level agency, including its components: the departments, and independent agencies such as ACDA and
    /// SSA.
    /// </summary>
    Department = 2,

    /// <summary>Every common category of complaint.</summary>
    Category = 3,

    /// <summary>Every channel by which complaints come.</summary>
    Channel = 4,
}

/// <summary>Complaint figures added up period by period.</summary>
public sealed record ComplaintTrend
{
    /// <summary>Everything stored by this instant is taken into account.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>The first month.</summary>
    public required ReportMonth From { get; init; }

    /// <summary>The last month.</summary>
    public required ReportMonth To { get; init; }

    /// <summary>The length of a period.</summary>
    public required TrendInterval Interval { get; init; }

    /// <summary>
    /// How many figures for quarters and years have months in common with the trend but are in none of its points,
    /// since no interval holds their whole period: ask for longer intervals, or for the other kind of years. This
    /// number costs no objects.
    /// </summary>
    public int FiguresLeftOut { get; init; }

    /// <inheritdoc cref="ComplaintTrendType.Points"/>
    public required IReadOnlyList<ComplaintTrendPoint> Points { get; init; }
}

/// <summary>The complaints of one period, added up.</summary>
public sealed record ComplaintTrendPoint
{
    /// <inheritdoc cref="ComplaintTrendPointType.Agency"/>
    public Guid? AgencyId { get; init; }

    /// <summary>The period's first month, or the trend's if that is later.</summary>
    public ReportMonth From { get; init; }

    /// <summary>The period's last month, or the trend's if that is earlier.</summary>
    public ReportMonth To { get; init; }

    /// <summary>
    /// The common category; null if the trend does not distinguish categories, and for agencies that do not.
    /// </summary>
    public TopCategory? Category { get; init; }

    /// <summary>The channel; null if the trend does not distinguish channels, and for agencies that do not.</summary>
    public Channel? Channel { get; init; }

    /// <summary>
    /// Complaints not yet resolved at the start: for each agency, when the first figures that it reported in the period
    /// begin.
    /// </summary>
    public long PendingStart { get; init; }

    /// <summary>How many complaints were received.</summary>
    public long Received { get; init; }

    /// <summary>How many complaints were resolved.</summary>
    public long Resolved { get; init; }

    /// <summary>
    /// Complaints not yet resolved at the end: for each agency, when the last figures that it reported in the period
    /// end. If an agency's figures do not carry over, this differs from `pendingStart` +
    /// `received` − `resolved`.
    /// </summary>
    public long PendingEnd { get; init; }

    /// <summary>
    /// Complaints resolved for each one received; null if none was received. Above 1 if a backlog shrinks.
    /// </summary>
    public double? ResolvedShare => Share(Resolved, Received);

    /// <summary>
    /// Days to resolve a complaint: the mean of the reported medians, each weighted by the complaints resolved in its
    /// period, category and channel, because the overall median cannot be computed from these. Figures that lack either
    /// number are left out. Null if none has both.
    /// </summary>
    public double? MedianDays { get; init; }

    /// <summary>
    /// How many of the complaints resolved were resolved within the target days of their agency's process, as far as
    /// figures say so: of those in `withinTargetOf`.
    /// </summary>
    public long WithinTarget { get; init; }

    /// <summary>
    /// The complaints resolved in figures that say how many of them were within target. The others of `resolved` are
    /// unknown, neither within target nor past it.
    /// </summary>
    public long WithinTargetOf { get; init; }

    /// <summary>
    /// The share of complaints resolved within target, 0 to 1: `withinTarget` ÷ `withinTargetOf`. Null if no figures
    /// say so, or none was resolved.
    /// </summary>
    public double? WithinTargetShare => Share(WithinTarget, WithinTargetOf);

    /// <summary>
    /// How many months of the period have figures. Where agencies, categories or channels differ in this, the one with
    /// the most months tells.
    /// </summary>
    public int Months { get; init; }

    /// <summary>How many sets of figures were added up, for whatever period each is.</summary>
    public int Figures { get; init; }

    /// <summary>
    /// How many of them lack `pendingStart`, `received`, `resolved` or `pendingEnd`, which then counts as 0 in the
    /// sums.
    /// </summary>
    public int FiguresMissing { get; init; }

    /// <inheritdoc cref="ComplaintTrendPointType.Change"/>
    public ComplaintChange? Change { get; init; }

    internal static double? Share(long part, long of) => of == 0 ? null : (double)part / of;
}

/// <summary>How the complaints of a period differ from those of the previous one: positive if there are more.</summary>
public sealed record ComplaintChange
{
    /// <summary>How many more complaints were received.</summary>
    public required long Received { get; init; }

    /// <summary>
    /// How many more complaints were received, in percent of the previous period; null if none was received then.
    /// </summary>
    public required double? ReceivedPercent { get; init; }

    /// <summary>How many more complaints were resolved.</summary>
    public required long Resolved { get; init; }

    /// <summary>How many more complaints were not yet resolved at the end.</summary>
    public required long PendingEnd { get; init; }

    /// <summary>How many more days it took to resolve a complaint; null if either period has no median.</summary>
    public required double? MedianDays { get; init; }

    /// <summary>
    /// How much larger the share of complaints resolved within target is, −1 to 1; null if either period has none.
    /// </summary>
    public required double? WithinTargetShare { get; init; }

    /// <summary>
    /// How many more sets of figures were added up. If this is not 0, some of the change may come from
    /// reporting: other agencies gave figures, or the same ones distinguish other categories.
    /// </summary>
    public required int Figures { get; init; }

    internal static ComplaintChange Between(ComplaintTrendPoint before, ComplaintTrendPoint after) =>
        new()
        {
            Received = after.Received - before.Received,
            ReceivedPercent = Percent(before.Received, after.Received),
            Resolved = after.Resolved - before.Resolved,
            PendingEnd = after.PendingEnd - before.PendingEnd,
            MedianDays = after.MedianDays - before.MedianDays,
            WithinTargetShare = after.WithinTargetShare - before.WithinTargetShare,
            Figures = after.Figures - before.Figures,
        };

    internal static double? Percent(long before, long after) => before == 0 ? null : (after - before) * 100d / before;
}

/// <inheritdoc cref="ComplaintTrend"/>
[SignedIn]
public sealed class ComplaintTrendType : ObjectType<ComplaintTrend>
{
    /// <summary>
    /// The points, by period, then group; a period or group without figures has none. At most 20,000. They cost as many
    /// objects as the trend has periods times groups (90 top-level agencies, 250 agencies), but never more than 1,000.
    /// </summary>
    [TrendPoints]
    public static IReadOnlyList<ComplaintTrendPoint> Points(ComplaintTrend trend) => trend.Points;
}

/// <inheritdoc cref="ComplaintTrendPoint"/>
[SignedIn]
public sealed class ComplaintTrendPointType() : ObjectType<ComplaintTrendPoint>(p => p.AgencyId)
{
    /// <summary>The agency, or the top-level agency; null if the trend distinguishes neither.</summary>
    public static IDataLoaderResult<Agency?>? Agency(ComplaintTrendPoint point, ById<Agency> agencies) =>
        agencies.Find(point.AgencyId);

    /// <summary>
    /// What changed from the previous period, for the same group; it costs nothing. Null if that period has no figures
    /// or has them for fewer `months`, or if this one is cut short by `from` or `to` or is not over yet: a whole period
    /// is not compared with part of one.
    /// </summary>
    [CostsNothing]
    public static ComplaintChange? Change(ComplaintTrendPoint point) => point.Change;
}
