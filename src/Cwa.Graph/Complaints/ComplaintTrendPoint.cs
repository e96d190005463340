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

/// <summary>The complaints of one period, added up.</summary>
public sealed record ComplaintTrendPoint
{
    /// <summary>The agency or department; null when the trend is not told by either.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>The period's first month, or the trend's where that is later.</summary>
    public ReportMonth From { get; init; }

    /// <summary>The period's last month, or the trend's where that is earlier.</summary>
    public ReportMonth To { get; init; }

    /// <summary>The common kind of complaint; null when the trend is not told by kinds, and for agencies that do not tell them apart.</summary>
    public TopCategory? Category { get; init; }

    /// <summary>The channel; null when the trend is not told by channels, and for agencies that do not tell them apart.</summary>
    public Channel? Channel { get; init; }

    /// <summary>Complaints not yet resolved at the start: of each agency when the first month began that it reported in the period.</summary>
    public long PendingStart { get; init; }

    /// <summary>Complaints that came in.</summary>
    public long Received { get; init; }

    /// <summary>Complaints that were resolved.</summary>
    public long Resolved { get; init; }

    /// <summary>
    /// Complaints not yet resolved at the end: of each agency when the last month ended that it reported in the period. Where an
    /// agency's figures do not carry over from month to month, `pendingStart` + `received` − `resolved` differs from it.
    /// </summary>
    public long PendingEnd { get; init; }

    /// <summary>Complaints resolved for each one received; null when none came in. Above 1 where a backlog shrinks.</summary>
    public double? ResolvedShare => Received == 0 ? null : (double)Resolved / Received;

    /// <summary>
    /// Days to resolve a complaint: the mean of the reported medians, each weighted with the complaints resolved. Null where no
    /// median was reported.
    /// </summary>
    public double? MedianDays { get; init; }

    /// <summary>How many reports of a month's figures were added up.</summary>
    public int Figures { get; init; }

    /// <summary>How many of them lack a number, which then counts as nothing in the sums.</summary>
    public int FiguresMissing { get; init; }
}

/// <summary>The complaints of one period, added up.</summary>
[SignedIn]
public sealed class ComplaintTrendPointType() : ObjectType<ComplaintTrendPoint>(p => p.AgencyId)
{
    /// <summary>The agency or department; null when the trend is not told by either.</summary>
    public static IDataLoaderResult<Agency?>? Agency(ComplaintTrendPoint point, ById<Agency> agencies) =>
        agencies.Find(point.AgencyId);
}
