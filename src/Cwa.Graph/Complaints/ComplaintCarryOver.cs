using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>How figures fail to carry over.</summary>
public enum CarryOverBreakKind
{
    /// <summary>The month opens with another number of pending complaints than the month before closed with.</summary>
    Restated = 1,

    /// <summary>At least one month before it has no figures, between this month and the last one that has.</summary>
    Gap = 2,
}

/// <summary>Where complaint figures do not carry over from month to month.</summary>
public sealed record ComplaintCarryOver
{
    /// <summary>Everything stored by this instant is in it.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>The first month that was compared with what was before it.</summary>
    public required ReportMonth From { get; init; }

    /// <summary>The last one.</summary>
    public required ReportMonth To { get; init; }

    /// <summary>How many breaks there are, listed or not.</summary>
    public required int TotalCount { get; init; }

    /// <summary>The breaks, the largest difference first, as many as `first` asked for.</summary>
    public required IReadOnlyList<CarryOverBreak> Breaks { get; init; }
}

/// <summary>
/// A month whose figures do not carry over from the ones before it, of the same agency, category and channel.
/// </summary>
/// <param name="Kind">How they fail to carry over.</param>
/// <param name="Figures">The month's figures.</param>
/// <param name="Before">The newest figures of an earlier month.</param>
public sealed record CarryOverBreak(CarryOverBreakKind Kind, ComplaintMetric Figures, ComplaintMetric Before)
{
    /// <summary>The month whose figures do not go on from those before.</summary>
    public ReportMonth Month => Figures.Month;

    /// <summary>The last month before it that has figures.</summary>
    public ReportMonth MonthBefore => Before.Month;

    /// <summary>How many months between the two have no figures; 0 where the one follows the other.</summary>
    public int MonthsMissing => Before.Month.MonthsUntil(Figures.Month) - 1;

    /// <summary>Complaints pending when `monthBefore` ended; null when the number is missing.</summary>
    public long? Closing => Before.PendingEnd;

    /// <summary>Complaints pending when `month` began; null when the number is missing.</summary>
    public long? Opening => Figures.PendingStart;

    /// <summary>
    /// `opening` − `closing`: how many complaints came to be pending between the two, negative when there are fewer;
    /// null when either is missing.
    /// </summary>
    public long? Difference => Opening - Closing;
}

/// <summary>Where complaint figures do not carry over from month to month.</summary>
[SignedIn]
public sealed class ComplaintCarryOverType : ObjectType<ComplaintCarryOver>
{
    /// <summary>The breaks, the largest difference first, as many as `first` asked for.</summary>
    [ListSize(CarryOvers.MostBreaks)]
    public static IReadOnlyList<CarryOverBreak> Breaks(ComplaintCarryOver carryOver) => carryOver.Breaks;
}

/// <summary>
/// A month whose figures do not carry over from the ones before it, of the same agency, category and channel.
/// </summary>
[SignedIn]
public sealed class CarryOverBreakType() : ObjectType<CarryOverBreak>(b => b.Before)
{
    /// <summary>The agency that reports the figures.</summary>
    public static IDataLoaderResult<Agency> Agency(CarryOverBreak broken, ById<Agency> agencies) =>
        agencies.Load(broken.Figures.AgencyId);

    /// <summary>The agency's own kind of complaint; null when the figures are of all kinds together.</summary>
    public static IDataLoaderResult<ComplaintCategory?>? Category(
        CarryOverBreak broken,
        ById<ComplaintCategory> categories
    ) => categories.Find(broken.Figures.CategoryId);

    /// <summary>The channel; null when the figures are of all channels together.</summary>
    public static Channel? Channel(CarryOverBreak broken) => broken.Figures.Channel;
}
