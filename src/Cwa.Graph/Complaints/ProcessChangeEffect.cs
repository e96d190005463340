using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Complaints before and after a change of process.</summary>
public sealed record ProcessChangeEffect
{
    /// <summary>Everything stored by this instant is in it.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>The full months before the change took effect.</summary>
    public required EffectPeriod Before { get; init; }

    /// <summary>The full months after.</summary>
    public required EffectPeriod After { get; init; }

    /// <summary>
    /// How many more complaints a month came in after, in percent of those before: negative where the change helped.
    /// Null where either is.
    /// </summary>
    public double? ReceivedPercent =>
        Before.ReceivedPerMonth is > 0 and var before && After.ReceivedPerMonth is { } after
            ? (after - before) * 100 / before
            : null;

    /// <summary>
    /// How many more days it took to resolve a complaint after: negative where the change helped. Null where either is.
    /// </summary>
    public double? MedianDays => After.MedianDays - Before.MedianDays;
}

/// <summary>Complaints of some full months on one side of a change.</summary>
public sealed record EffectPeriod
{
    /// <summary>The first month.</summary>
    public required ReportMonth From { get; init; }

    /// <summary>The last month.</summary>
    public required ReportMonth To { get; init; }

    /// <summary>How many of the months have figures. Where it is not all of them, nothing else is told.</summary>
    public required int MonthsReported { get; init; }

    /// <summary>
    /// Complaints that came in, a month; null where a month has no figures, or figures without this number.
    /// </summary>
    public required double? ReceivedPerMonth { get; init; }

    /// <summary>
    /// Days to resolve a complaint: the mean of the reported medians, each weighted with the complaints resolved. Null
    /// where a month has no figures, or no median was reported.
    /// </summary>
    public required double? MedianDays { get; init; }

    /// <summary>
    /// Complaints resolved for each one received; null where a month has no figures, or figures without these numbers,
    /// or none came in.
    /// </summary>
    public required double? ResolvedShare { get; init; }
}

/// <summary>Complaints before and after a change of process.</summary>
[SignedIn]
public sealed class ProcessChangeEffectType : ObjectType<ProcessChangeEffect>;

/// <summary>Complaints of some full months on one side of a change.</summary>
[SignedIn]
public sealed class EffectPeriodType : ObjectType<EffectPeriod>;
