using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Complaints before and after a process change.</summary>
public sealed record ProcessChangeEffect
{
    /// <summary>Everything stored by this instant is taken into account.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>The full months before the change took effect.</summary>
    public required EffectPeriod Before { get; init; }

    /// <summary>The full months after the change took effect.</summary>
    public required EffectPeriod After { get; init; }

    /// <summary>
    /// How many more complaints were received per month after the change, in percent of those before: negative if it
    /// helped. Null if either number is null, or none was received before.
    /// </summary>
    public double? ReceivedPercent =>
        Before.ReceivedPerMonth is > 0 and var before && After.ReceivedPerMonth is { } after
            ? (after - before) * 100 / before
            : null;

    /// <summary>
    /// How many more days it took to resolve a complaint after the change: negative if it helped. Null if either number
    /// is null.
    /// </summary>
    public double? MedianDays => After.MedianDays - Before.MedianDays;

    /// <summary>
    /// How much larger the share of complaints resolved within target is after the change, −1 to 1: positive if it
    /// helped. Null if either number is null.
    /// </summary>
    public double? WithinTargetShare => After.WithinTargetShare - Before.WithinTargetShare;
}

/// <summary>Complaints in the full months on one side of a change.</summary>
public sealed record EffectPeriod
{
    /// <summary>The first month.</summary>
    public required ReportMonth From { get; init; }

    /// <summary>The last month.</summary>
    public required ReportMonth To { get; init; }

    /// <summary>How many of the months have figures. If not all have, the other figures are null.</summary>
    public required int MonthsReported { get; init; }

    /// <summary>Complaints received per month; null if a month has no figures, or lacks this number.</summary>
    public required double? ReceivedPerMonth { get; init; }

    /// <summary>
    /// Days to resolve a complaint: the mean of the reported medians, each weighted by the complaints resolved. Null if
    /// a month has no figures, or no median was reported.
    /// </summary>
    public required double? MedianDays { get; init; }

    /// <summary>
    /// Complaints resolved for each one received; null if a month has no figures, or lacks these numbers, or if none
    /// was received.
    /// </summary>
    public required double? ResolvedShare { get; init; }

    /// <summary>
    /// The share of resolved complaints that were resolved within target, 0 to 1; null if a month has no figures, or
    /// does not say so, or if none was resolved.
    /// </summary>
    public required double? WithinTargetShare { get; init; }
}

/// <inheritdoc cref="ProcessChangeEffect"/>
[SignedIn]
public sealed class ProcessChangeEffectType : ObjectType<ProcessChangeEffect>;

/// <inheritdoc cref="EffectPeriod"/>
[SignedIn]
public sealed class EffectPeriodType : ObjectType<EffectPeriod>;
