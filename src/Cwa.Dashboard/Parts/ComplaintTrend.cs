using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Parts;

/// <summary>Complaint figures, period by period: `ComplaintTrend` of the schema.</summary>
public sealed record ComplaintTrend(IReadOnlyList<TrendPoint> Points)
{
    /// <summary>
    /// By how many of a hundred the share within target changed at the end; null where the periods cannot be compared.
    /// </summary>
    internal static double? TargetChange(IReadOnlyList<TrendPoint> points) =>
        points is [.., var before, { Change: not null } last]
            ? (last.WithinTargetShare - before.WithinTargetShare) * 100
            : null;
}

public sealed record TrendPoint(
    Month From,
    long Received,
    double? ResolvedShare,
    double? WithinTargetShare,
    double? MedianDays,
    long PendingEnd,
    TrendChange? Change
);

public sealed record TrendChange(long Received, double? ReceivedPercent, long Resolved, double? MedianDays);
