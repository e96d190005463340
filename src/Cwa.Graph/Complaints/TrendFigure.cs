using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Complaint figures of a month, or the sums of several.</summary>
internal sealed record TrendFigure
{
    // More than any count, which is an int.
    private const long BehindMonth = 1L << 32;

    public long Month { get; init; }

    /// <summary>The year, the year and quarter (19980 is its first), or the month as a number.</summary>
    public int Period { get; init; }

    public Guid? AgencyId { get; init; }
    public TopCategory? Category { get; init; }
    public Channel? Channel { get; init; }
    public Guid SeriesAgencyId { get; init; }
    public Guid? SeriesCategoryId { get; init; }
    public Channel? SeriesChannel { get; init; }
    public long PendingStart { get; init; }
    public long Received { get; init; }
    public long Resolved { get; init; }
    public long PendingEnd { get; init; }
    public double WeightedDays { get; init; }
    public long Weight { get; init; }
    public int Figures { get; init; }
    public int FiguresMissing { get; init; }
    public (Guid?, TopCategory?, Channel?) Group => (AgencyId, Category, Channel);

    /// <summary>The same figures, without the agency.</summary>
    public TrendFigure OfAny() => this with { AgencyId = null };

    /// <summary>Adds figures up in the database, by period and group.</summary>
    /// <param name="metrics">The figures that the caller may see, in their current revisions.</param>
    public static Task<List<TrendFigure>> SumsAsync(
        IQueryable<ComplaintMetric> metrics,
        TrendQuestion asked,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = (
            asked.Compares ? TrendPeriod.Before(asked.From, asked.Interval) ?? asked.From : asked.From,
            asked.To
        );
        var counted = metrics.Where(m => m.Month >= from && m.Month <= to).Once(asked.ByCategory, asked.ByChannel);
        var figures = FiguresOf(counted, asked);
        if (asked.Interval != TrendInterval.Month)
            figures = OpenedAndClosed(figures);
        return figures
            .GroupBy(f => new
            {
                f.Period,
                f.AgencyId,
                f.Category,
                f.Channel,
            })
            .Select(g => new TrendFigure
            {
                Period = g.Key.Period,
                AgencyId = g.Key.AgencyId,
                Category = g.Key.Category,
                Channel = g.Key.Channel,
                PendingStart = g.Sum(f => f.PendingStart),
                Received = g.Sum(f => f.Received),
                Resolved = g.Sum(f => f.Resolved),
                PendingEnd = g.Sum(f => f.PendingEnd),
                WeightedDays = g.Sum(f => f.WeightedDays),
                Weight = g.Sum(f => f.Weight),
                Figures = g.Sum(f => f.Figures),
                FiguresMissing = g.Sum(f => f.FiguresMissing),
            })
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<TrendFigure> FiguresOf(IQueryable<ComplaintMetric> metrics, TrendQuestion asked)
    {
        bool byAgency = asked.ByAgency,
            byDepartment = asked.ByDepartment,
            byCategory = asked.ByCategory,
            byChannel = asked.ByChannel;
        bool byYear = asked.Interval == TrendInterval.Year,
            byQuarter = asked.Interval == TrendInterval.Quarter;
        return metrics.Select(m => new TrendFigure
        {
            Month = MonthFunctions.Number(m.Month),
            Period =
                byYear ? MonthFunctions.Number(m.Month) / 100
                : byQuarter ? MonthFunctions.Number(m.Month) / 100 * 10 + (MonthFunctions.Number(m.Month) % 100 - 1) / 3
                : MonthFunctions.Number(m.Month),
            AgencyId =
                byAgency ? m.AgencyId
                : byDepartment ? m.Agency.Parent!.ParentId ?? m.Agency.ParentId ?? m.AgencyId
                : (Guid?)null,
            Category = byCategory && m.CategoryId != null ? m.Category!.Top : (TopCategory?)null,
            Channel = byChannel ? m.Channel : null,
            SeriesAgencyId = m.AgencyId,
            SeriesCategoryId = m.CategoryId,
            SeriesChannel = m.Channel,
            PendingStart = m.PendingStart ?? 0,
            Received = m.Received ?? 0,
            Resolved = m.Resolved ?? 0,
            PendingEnd = m.PendingEnd ?? 0,
            WeightedDays = m.MedianDays * m.Resolved ?? 0,
            Weight = m.MedianDays == null ? 0 : m.Resolved ?? 0,
            Figures = 1,
            FiguresMissing =
                m.PendingStart == null || m.Received == null || m.Resolved == null || m.PendingEnd == null ? 1 : 0,
        });
    }

    // A period of several months opens with the first month of each series and closes with its last. The count stands
    // behind the month in one number, so that the least and the largest of them are those of the first and last month.
    private static IQueryable<TrendFigure> OpenedAndClosed(IQueryable<TrendFigure> figures) =>
        figures
            .GroupBy(f => new
            {
                f.Period,
                f.AgencyId,
                f.Category,
                f.Channel,
                f.SeriesAgencyId,
                f.SeriesCategoryId,
                f.SeriesChannel,
            })
            .Select(g => new TrendFigure
            {
                Period = g.Key.Period,
                AgencyId = g.Key.AgencyId,
                Category = g.Key.Category,
                Channel = g.Key.Channel,
                PendingStart = g.Min(f => f.Month * BehindMonth + f.PendingStart) % BehindMonth,
                Received = g.Sum(f => f.Received),
                Resolved = g.Sum(f => f.Resolved),
                PendingEnd = g.Max(f => f.Month * BehindMonth + f.PendingEnd) % BehindMonth,
                WeightedDays = g.Sum(f => f.WeightedDays),
                Weight = g.Sum(f => f.Weight),
                Figures = g.Sum(f => f.Figures),
                FiguresMissing = g.Sum(f => f.FiguresMissing),
            });
}
