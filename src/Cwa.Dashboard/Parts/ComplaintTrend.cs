using Cwa.Dashboard.Words;

namespace Cwa.Dashboard.Parts;

/// <summary>Complaint figures, period by period: `ComplaintTrend` of the schema.</summary>
public sealed record ComplaintTrend(IReadOnlyList<TrendPoint> Points);

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
