using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The sums of complaint figures of one period and group.</summary>
internal sealed record TrendFigure
{
    /// <summary>The year, the year and quarter (19980 is its first), or the month as a number.</summary>
    public int Period { get; init; }

    public Guid? AgencyId { get; init; }
    public TopCategory? Category { get; init; }
    public Channel? Channel { get; init; }
    public double PendingStart { get; init; }
    public double Received { get; init; }
    public double Resolved { get; init; }
    public double PendingEnd { get; init; }
    public double WeightedDays { get; init; }
    public double Weight { get; init; }
    public double WithinTarget { get; init; }
    public double WithinTargetOf { get; init; }
    public int Months { get; init; }
    public int Figures { get; init; }
    public int FiguresMissing { get; init; }
    public (Guid?, TopCategory?, Channel?) Group => (AgencyId, Category, Channel);

    /// <summary>The same figures, without the agency.</summary>
    public TrendFigure OfAny() => this with { AgencyId = null };

    /// <summary>
    /// How many figures for quarters and years no interval holds, by agency; those that have none are not named.
    /// </summary>
    /// <param name="metrics">The figures that the caller may see, in their current revisions.</param>
    /// <param name="asked">The months and the interval.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyDictionary<Guid, int>> LeftOutAsync(
        IQueryable<ComplaintMetric> metrics,
        TrendQuestion asked,
        CancellationToken cancellationToken
    )
    {
        if (!asked.LeavesOut)
            return new Dictionary<Guid, int>();

        var (from, to) = (asked.From, asked.To);
        var longer = metrics.Where(m => m.Covers != CoveredPeriod.Month);
        var held = TrendPeriod.Held(longer.Within(from, to), asked.Interval);
        return await longer
            .Where(m => m.Month <= to && m.LastMonth >= from && !held.Any(h => h.Id == m.Id))
            .GroupBy(m => m.AgencyId)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(left => left.Key, left => left.Count, cancellationToken);
    }

    /// <summary>Adds figures up in the database, by period and group.</summary>
    /// <param name="db">The database.</param>
    /// <param name="metrics">The figures that the caller may see, in their current revisions.</param>
    /// <param name="asked">The months and groups.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Task<List<TrendFigure>> SumsAsync(
        CwaDbContext db,
        IQueryable<ComplaintMetric> metrics,
        TrendQuestion asked,
        CancellationToken cancellationToken
    )
    {
        var (from, to) = (
            asked.Compares ? TrendPeriod.Before(asked.From, asked.Interval) ?? asked.From : asked.From,
            asked.To
        );
        bool byAgency = asked.ByAgency || asked.ByDepartment,
            byCategory = asked.ByCategory,
            byChannel = asked.ByChannel;
        var counted = TrendPeriod.Held(metrics.Within(from, to), asked.Interval).Once(byCategory, byChannel);
        return (
            from s in TrendSeries.Of(counted, asked)
            join c in db.ComplaintCategories on s.CategoryId equals (Guid?)c.Id into categories
            from c in categories.DefaultIfEmpty()
            group s by new
            {
                s.Period,
                AgencyId = byAgency ? s.AgencyId : null,
                Category = byCategory ? (TopCategory?)c.Top : null,
                Channel = byChannel ? s.Channel : null,
            } into g
            select new TrendFigure
            {
                Period = g.Key.Period,
                AgencyId = g.Key.AgencyId,
                Category = g.Key.Category,
                Channel = g.Key.Channel,
                PendingStart = g.Sum(s => s.PendingStart),
                Received = g.Sum(s => s.Received),
                Resolved = g.Sum(s => s.Resolved),
                PendingEnd = g.Sum(s => s.PendingEnd),
                WeightedDays = g.Sum(s => s.WeightedDays),
                Weight = g.Sum(s => s.Weight),
                WithinTarget = g.Sum(s => s.WithinTarget),
                WithinTargetOf = g.Sum(s => s.WithinTargetOf),
                Months = g.Max(s => s.Months),
                Figures = g.Sum(s => s.Figures),
                FiguresMissing = g.Sum(s => s.FiguresMissing),
            }
        ).ToListAsync(cancellationToken);
    }
}
