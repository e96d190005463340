using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>How long a period of a trend is.</summary>
public enum TrendInterval
{
    /// <summary>A calendar month.</summary>
    Month = 1,

    /// <summary>Three calendar months, from January, April, July or October on.</summary>
    Quarter = 2,

    /// <summary>A calendar year.</summary>
    Year = 3,
}

/// <summary>What a trend tells apart.</summary>
public enum TrendGroup
{
    /// <summary>Every agency.</summary>
    Agency = 1,

    /// <summary>Every agency at the top, its components added to it.</summary>
    Department = 2,

    /// <summary>Every common kind of complaint.</summary>
    Category = 3,

    /// <summary>Every channel that complaints come by.</summary>
    Channel = 4,
}

/// <summary>Complaint figures added up period by period.</summary>
public sealed record ComplaintTrend
{
    /// <summary>Everything stored by this instant is in it.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>The first month.</summary>
    public required ReportMonth From { get; init; }

    /// <summary>The last month.</summary>
    public required ReportMonth To { get; init; }

    /// <summary>How long a period is.</summary>
    public required TrendInterval Interval { get; init; }

    /// <summary>The points, by period, then group; a period or a group without figures has none.</summary>
    public required IReadOnlyList<ComplaintTrendPoint> Points { get; init; }
}

/// <summary>The complaints of one period, added up.</summary>
public sealed record ComplaintTrendPoint
{
    /// <summary>The agency or department; null when the trend is not told by either.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>The period's first month, or the trend's where that is later.</summary>
    public ReportMonth From { get; init; }

    /// <summary>The period's last month, or the trend's where that is earlier.</summary>
    public ReportMonth To { get; init; }

    /// <summary>
    /// The common kind of complaint; null when the trend is not told by kinds, and for agencies that do not tell them
    /// apart.
    /// </summary>
    public TopCategory? Category { get; init; }

    /// <summary>
    /// The channel; null when the trend is not told by channels, and for agencies that do not tell them apart.
    /// </summary>
    public Channel? Channel { get; init; }

    /// <summary>
    /// Complaints not yet resolved at the start: of each agency when the first month began that it reported in the
    /// period.
    /// </summary>
    public long PendingStart { get; init; }

    /// <summary>Complaints that came in.</summary>
    public long Received { get; init; }

    /// <summary>Complaints that were resolved.</summary>
    public long Resolved { get; init; }

    /// <summary>
    /// Complaints not yet resolved at the end: of each agency when the last month ended that it reported in the period.
    /// Where an agency's figures do not carry over from month to month, `pendingStart` + `received` − `resolved`
    /// differs from it.
    /// </summary>
    public long PendingEnd { get; init; }

    /// <summary>
    /// Complaints resolved for each one received; null when none came in. Above 1 where a backlog shrinks.
    /// </summary>
    public double? ResolvedShare => Received == 0 ? null : (double)Resolved / Received;

    /// <summary>
    /// Days to resolve a complaint: the mean of the reported medians, each weighted with the complaints that its month,
    /// kind and channel resolved, for the median of all of them cannot be told from the parts. Figures that lack either
    /// number are left out of it. Null where none has both.
    /// </summary>
    public double? MedianDays { get; init; }

    /// <summary>How many reports of a month's figures were added up.</summary>
    public int Figures { get; init; }

    /// <summary>How many of them lack one of the four counts, which then counts as nothing in the sums.</summary>
    public int FiguresMissing { get; init; }

    /// <summary>
    /// What changed from the period before, of the same group. Null where that period has no figures, and where this
    /// one is cut by `from` or `to` or is not over yet: a part of a period cannot be compared with a whole one.
    /// </summary>
    public ComplaintChange? Change { get; init; }
}

/// <summary>How complaints of a period differ from those of the period before: positive where there are more.</summary>
public sealed record ComplaintChange
{
    /// <summary>Complaints that came in: how many more.</summary>
    public required long Received { get; init; }

    /// <summary>The same in percent of the period before; null when none came in then.</summary>
    public required double? ReceivedPercent { get; init; }

    /// <summary>Complaints that were resolved: how many more.</summary>
    public required long Resolved { get; init; }

    /// <summary>Complaints not yet resolved at the end: how many more.</summary>
    public required long PendingEnd { get; init; }

    /// <summary>Days to resolve a complaint: how many more; null where either period has no median.</summary>
    public required double? MedianDays { get; init; }

    /// <summary>
    /// How many more reports of a month's figures were added up. Where it is not 0, some of the change may be one of
    /// reporting.
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
            Figures = after.Figures - before.Figures,
        };

    internal static double? Percent(long before, long after) => before == 0 ? null : (after - before) * 100d / before;
}

/// <summary>Complaint figures added up period by period.</summary>
[SignedIn]
public sealed class ComplaintTrendType : ObjectType<ComplaintTrend>
{
    /// <summary>
    /// The points, by period, then group; a period or a group without figures has none. At most 20,000; as they are
    /// added up in one statement, they weigh like 1,000 objects in the operation's cost.
    /// </summary>
    [ListSize(1_000)]
    public static IReadOnlyList<ComplaintTrendPoint> Points(ComplaintTrend trend) => trend.Points;
}

/// <summary>The complaints of one period, added up.</summary>
[SignedIn]
public sealed class ComplaintTrendPointType() : ObjectType<ComplaintTrendPoint>(p => p.AgencyId)
{
    /// <summary>The agency or department; null when the trend is not told by either.</summary>
    public static IDataLoaderResult<Agency?>? Agency(ComplaintTrendPoint point, ById<Agency> agencies) =>
        agencies.Find(point.AgencyId);
}
