using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The figures of one agency, category and channel in one period.</summary>
/// <remarks>
/// Counts are added up as doubles, which hold every sum exactly that a JSON number can: PostgreSQL would add whole
/// numbers of this size up as decimals, which takes longer.
/// </remarks>
internal sealed record TrendSeries
{
    // More than the largest count, and little enough that a month before it still fits.
    private const long BehindMonth = 1L << 40;

    public int Period { get; init; }

    /// <summary>The agency, or the department that it belongs to.</summary>
    public Guid? AgencyId { get; init; }

    public Guid? CategoryId { get; init; }
    public Channel? Channel { get; init; }
    public double PendingStart { get; init; }
    public double Received { get; init; }
    public double Resolved { get; init; }
    public double PendingEnd { get; init; }
    public double WeightedDays { get; init; }
    public double Weight { get; init; }
    public double WithinTarget { get; init; }

    /// <summary>The resolved complaints of figures that say how many of them were within target.</summary>
    public double WithinTargetOf { get; init; }

    /// <summary>How many months of the period its figures cover: of one series, no two cover the same month.</summary>
    public int Months { get; init; }

    public int Figures { get; init; }
    public int FiguresMissing { get; init; }

    /// <summary>Adds up each series by period. What is not asked for stays 0.</summary>
    public static IQueryable<TrendSeries> Of(IQueryable<ComplaintMetric> metrics, TrendQuestion asked) =>
        asked.Interval == TrendInterval.Month ? OfMonths(metrics, asked) : OfPeriods(metrics, asked);

    private static IQueryable<TrendSeries> OfMonths(IQueryable<ComplaintMetric> metrics, TrendQuestion asked)
    {
        bool byDepartment = asked.ByDepartment,
            targets = asked.Targets;
        return metrics.Select(m => new TrendSeries
        {
            Period = MonthFunctions.Number(m.Month),
            AgencyId = byDepartment ? m.Agency.Parent!.ParentId ?? m.Agency.ParentId ?? m.AgencyId : m.AgencyId,
            CategoryId = m.CategoryId,
            Channel = m.Channel,
            PendingStart = (double?)m.PendingStart ?? 0,
            Received = (double?)m.Received ?? 0,
            Resolved = (double?)m.Resolved ?? 0,
            PendingEnd = (double?)m.PendingEnd ?? 0,
            WeightedDays = m.MedianDays * m.Resolved ?? 0,
            Weight = m.MedianDays == null ? 0 : (double?)m.Resolved ?? 0,
            WithinTarget = targets ? (m.Resolved == null ? 0 : (double?)m.WithinTarget ?? 0) : 0,
            WithinTargetOf = targets ? (m.WithinTarget == null ? 0 : (double?)m.Resolved ?? 0) : 0,
            Months = 1,
            Figures = 1,
            FiguresMissing =
                m.PendingStart == null || m.Received == null || m.Resolved == null || m.PendingEnd == null ? 1 : 0,
        });
    }

    // A period of several months opens with the first month of each series and closes with its last. The count stands
    // behind the month in one number, so that the least and the largest of them are those of the first and last month.
    private static IQueryable<TrendSeries> OfPeriods(IQueryable<ComplaintMetric> metrics, TrendQuestion asked)
    {
        bool byDepartment = asked.ByDepartment,
            byQuarter = asked.Interval == TrendInterval.Quarter,
            opens = asked.Opens,
            counts = asked.Counts,
            targets = asked.Targets;
        // The fiscal year 1999 begins with 199810.
        var ahead = asked.Interval == TrendInterval.FiscalYear ? 90 : 0;
        return metrics
            .GroupBy(m => new
            {
                Period = byQuarter
                    ? MonthFunctions.Number(m.Month) / 100 * 10 + (MonthFunctions.Number(m.Month) % 100 - 1) / 3
                    : (MonthFunctions.Number(m.Month) + ahead) / 100,
                m.AgencyId,
                Department = byDepartment ? m.Agency.Parent!.ParentId ?? m.Agency.ParentId ?? m.AgencyId : m.AgencyId,
                m.CategoryId,
                m.Channel,
            })
            .Select(g => new TrendSeries
            {
                Period = g.Key.Period,
                AgencyId = g.Key.Department,
                CategoryId = g.Key.CategoryId,
                Channel = g.Key.Channel,
                PendingStart = opens
                    ? g.Min(m => MonthFunctions.Number(m.Month) * BehindMonth + (m.PendingStart ?? 0)) % BehindMonth
                    : 0,
                Received = g.Sum(m => (double?)m.Received) ?? 0,
                Resolved = g.Sum(m => (double?)m.Resolved) ?? 0,
                PendingEnd =
                    g.Max(m => MonthFunctions.Number(m.Month) * BehindMonth + (m.PendingEnd ?? 0)) % BehindMonth,
                WeightedDays = g.Sum(m => m.MedianDays * m.Resolved) ?? 0,
                Weight = g.Sum(m => m.MedianDays == null ? null : (double?)m.Resolved) ?? 0,
                WithinTarget = targets ? g.Sum(m => m.Resolved == null ? null : (double?)m.WithinTarget) ?? 0 : 0,
                WithinTargetOf = targets ? g.Sum(m => m.WithinTarget == null ? null : (double?)m.Resolved) ?? 0 : 0,
                Months = counts
                    ? g.Sum(m =>
                        m.Covers == CoveredPeriod.Year ? 12
                        : m.Covers == CoveredPeriod.Quarter ? 3
                        : 1
                    )
                    : 0,
                Figures = counts ? g.Count() : 0,
                FiguresMissing = counts
                    ? g.Count(m =>
                        m.PendingStart == null || m.Received == null || m.Resolved == null || m.PendingEnd == null
                    )
                    : 0,
            });
    }
}
