using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>How figures fail to carry over.</summary>
public enum CarryOverBreakKind
{
    /// <summary>
    /// The period opens with a different number of pending complaints from the one that the period before closed with.
    /// </summary>
    Restated = 1,

    /// <summary>At least one month has no figures, between this period and the last earlier one with figures.</summary>
    Gap = 2,
}

/// <summary>Where complaint figures do not carry over from period to period.</summary>
public sealed record ComplaintCarryOver
{
    /// <summary>Everything stored by this instant is taken into account.</summary>
    public required DateTime DataAsOf { get; init; }

    /// <summary>The first month whose periods were compared with earlier figures.</summary>
    public required ReportMonth From { get; init; }

    /// <summary>The last month whose periods were compared.</summary>
    public required ReportMonth To { get; init; }

    /// <summary>How many breaks there are, listed or not.</summary>
    public required int TotalCount { get; init; }

    /// <inheritdoc cref="ComplaintCarryOverType.Breaks"/>
    public required IReadOnlyList<CarryOverBreak> Breaks { get; init; }
}

/// <summary>A period whose figures do not continue the earlier ones of the same agency, category and channel.</summary>
/// <param name="Kind">How they fail to carry over.</param>
/// <param name="Figures">The period's figures.</param>
/// <param name="Before">The newest figures of an earlier period.</param>
public sealed record CarryOverBreak(CarryOverBreakKind Kind, ComplaintMetric Figures, ComplaintMetric Before)
{
    /// <summary>
    /// The month whose figures do not continue the earlier ones, or the first of a quarter or a year.
    /// </summary>
    public ReportMonth Month => Figures.Month;

    /// <summary>How long a period the figures cover, from `month` on.</summary>
    public CoveredPeriod Covers => Figures.Covers;

    /// <summary>The last earlier month with figures. Of a quarter or a year it is the last.</summary>
    public ReportMonth MonthBefore => Before.LastMonth;

    /// <summary>How long a period the earlier figures cover, up to `monthBefore`.</summary>
    public CoveredPeriod CoversBefore => Before.Covers;

    /// <summary>How many months between the two have no figures; 0 if one period follows the other.</summary>
    public int MonthsMissing => Before.LastMonth.MonthsUntil(Figures.Month) - 1;

    /// <summary>Complaints pending when `monthBefore` ended; null if the number is missing.</summary>
    public long? Closing => Before.PendingEnd;

    /// <summary>Complaints pending when the period began; null if the number is missing.</summary>
    public long? Opening => Figures.PendingStart;

    /// <summary>
    /// `opening` − `closing`: negative if fewer complaints are pending than before; null if either number is missing.
    /// </summary>
    public long? Difference => Opening - Closing;
}

/// <inheritdoc cref="ComplaintCarryOver"/>
[SignedIn]
public sealed class ComplaintCarryOverType : ObjectType<ComplaintCarryOver>
{
    /// <summary>The breaks, the largest difference first, up to `first`.</summary>
    [ListSize(CarryOvers.MostBreaks, ByParent = true)]
    public static IReadOnlyList<CarryOverBreak> Breaks(ComplaintCarryOver carryOver) => carryOver.Breaks;
}

/// <inheritdoc cref="CarryOverBreak"/>
[SignedIn]
public sealed class CarryOverBreakType() : ObjectType<CarryOverBreak>(b => b.Before)
{
    /// <summary>The agency that reports the figures.</summary>
    public static IDataLoaderResult<Agency> Agency(CarryOverBreak broken, ById<Agency> agencies) =>
        agencies.Load(broken.Figures.AgencyId);

    /// <summary>The agency's own category; null if the figures cover all categories together.</summary>
    public static IDataLoaderResult<ComplaintCategory?>? Category(
        CarryOverBreak broken,
        ById<ComplaintCategory> categories
    ) => categories.Find(broken.Figures.CategoryId);

    /// <summary>The channel; null if the figures cover all channels together.</summary>
    public static Channel? Channel(CarryOverBreak broken) => broken.Figures.Channel;
}
