using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Adds complaint figures up in the database, in one statement.</summary>
[Service]
public sealed class ComplaintTrends(Snapshots snapshots, Caller caller, FilterBudget budget, DomainClock clock)
{
    /// <summary>The most points of one trend: more than twelve months of eight categories of every agency.</summary>
    public const int MostPoints = 20_000;

    /// <summary>The trend, its points by period, then group.</summary>
    /// <exception cref="ExecutionError">The groups are too many (BAD_USER_INPUT), or the conditions
    /// (LIMIT_EXCEEDED).</exception>
    public Task<ComplaintTrend> TrendAsync(IResolveFieldContext context, TrendQuestion asked, FilterNode? where)
    {
        if (where is not null)
            budget.Take(context.FieldAst, where);

        return snapshots.ReadAsync(
            async (db, dataAsOf) =>
                Trend(
                    asked,
                    dataAsOf,
                    await SumsAsync(
                        where is null ? Seen(db) : Seen(db).Where(where.ToLambda<ComplaintMetric>(caller)),
                        asked,
                        context.CancellationToken
                    )
                ),
            context.CancellationToken
        );
    }

    /// <summary>The trends of those of the agencies that the caller reads, in one statement.</summary>
    public async Task<IReadOnlyDictionary<Guid, ComplaintTrend>> OfEachAsync(
        IEnumerable<Guid> agencyIds,
        TrendQuestion asked,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. agencyIds.Where(id => caller.IsNpr || caller.CanSubmitFor(id))];
        return await snapshots.ReadAsync(
            async (db, dataAsOf) =>
            {
                var sums = (
                    await SumsAsync(
                        Seen(db).Where(m => EF.Parameter(ids).Contains(m.AgencyId)),
                        asked with
                        {
                            ByAgency = true,
                        },
                        cancellationToken
                    )
                ).ToLookup(s => s.AgencyId);
                return ids.ToDictionary(id => id, id => Trend(asked, dataAsOf, [.. sums[id].Select(s => s.OfAny())]));
            },
            cancellationToken
        );
    }

    private ComplaintTrend Trend(TrendQuestion asked, DateTime dataAsOf, List<Sum> sums) =>
        new()
        {
            DataAsOf = dataAsOf,
            From = asked.From,
            To = asked.To,
            Interval = asked.Interval,
            Points = Points(sums, asked.From, asked.To, asked.Interval),
        };

    private List<ComplaintTrendPoint> Points(List<Sum> sums, ReportMonth from, ReportMonth to, TrendInterval interval)
    {
        var sumsOf = sums.GroupBy(s => (PeriodOf(s.Month, interval).From, s.Group))
            .ToDictionary(g => g.Key, g => g.OrderBy(s => s.Month).ToList());
        var keys = sumsOf.Keys.Where(key => PeriodOf(key.From, interval).To >= from).ToList();
        if (keys.Count > MostPoints)
            throw RequestError.Input(
                $"The trend has more than {MostPoints} points. Take longer intervals, fewer months or fewer groups."
            );

        return
        [
            .. keys.Select(key =>
                {
                    var period = PeriodOf(key.From, interval);
                    var point = PointOf(Max(period.From, from), Min(period.To, to), sumsOf[key]);
                    return
                        CanCompare(point, period)
                        && PeriodBefore(period.From, interval) is { } first
                        && sumsOf.TryGetValue((first, key.Group), out var before)
                        ? point with
                        {
                            Change = ComplaintChange.Between(PointOf(first, period.From.Previous, before), point),
                        }
                        : point;
                })
                .OrderBy(p => p.From)
                .ThenBy(p => p.AgencyId)
                .ThenBy(p => p.Category)
                .ThenBy(p => p.Channel),
        ];
    }

    // Part of a period, or one that is not over, cannot be compared with a whole one.
    private bool CanCompare(ComplaintTrendPoint point, (ReportMonth From, ReportMonth To) period) =>
        (point.From, point.To) == period && period.To < ReportMonth.Of(clock.Today);

    private IQueryable<ComplaintMetric> Seen(CwaDbContext db) =>
        caller.Sees(db.ComplaintMetrics).Where(m => m.IsCurrent);

    private static Task<List<Sum>> SumsAsync(
        IQueryable<ComplaintMetric> metrics,
        TrendQuestion asked,
        CancellationToken cancellationToken
    )
    {
        // A period of several months opens and closes with each series' own first and last month, so the series are
        // kept apart.
        var bySeries = asked.Interval != TrendInterval.Month;
        bool byAgency = asked.ByAgency,
            byDepartment = asked.ByDepartment;
        bool byCategory = asked.ByCategory,
            byChannel = asked.ByChannel;
        var (from, to) = (PeriodBefore(asked.From, asked.Interval) ?? asked.From, asked.To);
        return metrics
            .Where(m => m.Month >= from && m.Month <= to)
            .Once(byCategory, byChannel)
            .GroupBy(m => new
            {
                m.Month,
                AgencyId = byAgency ? m.AgencyId
                : byDepartment ? m.Agency.Parent!.ParentId ?? m.Agency.ParentId ?? m.AgencyId
                : (Guid?)null,
                Category = byCategory && m.CategoryId != null ? m.Category!.Top : (TopCategory?)null,
                Channel = byChannel ? m.Channel : null,
                SeriesAgencyId = bySeries ? m.AgencyId : (Guid?)null,
                SeriesCategoryId = bySeries ? m.CategoryId : null,
                SeriesChannel = bySeries ? m.Channel : null,
            })
            .Select(g => new Sum
            {
                Month = g.Key.Month,
                AgencyId = g.Key.AgencyId,
                Category = g.Key.Category,
                Channel = g.Key.Channel,
                SeriesAgencyId = g.Key.SeriesAgencyId,
                SeriesCategoryId = g.Key.SeriesCategoryId,
                SeriesChannel = g.Key.SeriesChannel,
                PendingStart = g.Sum(m => m.PendingStart) ?? 0,
                Received = g.Sum(m => m.Received) ?? 0,
                Resolved = g.Sum(m => m.Resolved) ?? 0,
                PendingEnd = g.Sum(m => m.PendingEnd) ?? 0,
                WeightedDays = g.Sum(m => m.MedianDays * m.Resolved) ?? 0,
                Weight = g.Sum(m => m.MedianDays == null ? null : m.Resolved) ?? 0,
                Figures = g.Count(),
                FiguresMissing = g.Count(m =>
                    m.PendingStart == null || m.Received == null || m.Resolved == null || m.PendingEnd == null
                ),
            })
            .ToListAsync(cancellationToken);
    }

    private static ComplaintTrendPoint PointOf(ReportMonth from, ReportMonth to, IReadOnlyList<Sum> months)
    {
        var series = months.GroupBy(m => (m.SeriesAgencyId, m.SeriesCategoryId, m.SeriesChannel)).ToList();
        var weight = months.Sum(m => m.Weight);
        return new()
        {
            From = from,
            To = to,
            AgencyId = months[0].AgencyId,
            Category = months[0].Category,
            Channel = months[0].Channel,
            PendingStart = series.Sum(s => s.First().PendingStart),
            Received = months.Sum(m => m.Received),
            Resolved = months.Sum(m => m.Resolved),
            PendingEnd = series.Sum(s => s.Last().PendingEnd),
            MedianDays = weight == 0 ? null : months.Sum(m => m.WeightedDays) / weight,
            Figures = months.Sum(m => m.Figures),
            FiguresMissing = months.Sum(m => m.FiguresMissing),
        };
    }

    private static ReportMonth Max(ReportMonth one, ReportMonth other) => one > other ? one : other;

    private static ReportMonth Min(ReportMonth one, ReportMonth other) => one < other ? one : other;

    // A period that is cut short is not compared with the one before, so that is not read.
    private static ReportMonth? PeriodBefore(ReportMonth from, TrendInterval interval)
    {
        var period = PeriodOf(from, interval);
        return period.From == from ? MonthSpan.Before(from, period.To) : null;
    }

    private static (ReportMonth From, ReportMonth To) PeriodOf(ReportMonth month, TrendInterval interval)
    {
        var quarter = (month.Month - 1) / 3 * 3;
        return interval switch
        {
            TrendInterval.Quarter => (new(month.Year, quarter + 1), new(month.Year, quarter + 3)),
            TrendInterval.Year => (new(month.Year, 1), new(month.Year, 12)),
            _ => (month, month),
        };
    }

    private sealed record Sum
    {
        public ReportMonth Month { get; init; }
        public Guid? AgencyId { get; init; }
        public TopCategory? Category { get; init; }
        public Channel? Channel { get; init; }
        public Guid? SeriesAgencyId { get; init; }
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

        /// <summary>The same sum, without the agency.</summary>
        public Sum OfAny() => this with { AgencyId = null };
    }
}
