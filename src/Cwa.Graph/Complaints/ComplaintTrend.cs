using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Adds complaint figures up in the database, in one statement.</summary>
[Service]
public sealed class ComplaintTrend(IDbContextFactory<CwaDbContext> contexts, Caller caller, ReadGate gate, FilterBudget budget)
{
    /// <summary>The most periods times groups that one trend gives.</summary>
    public const int MostPoints = 2_000;

    private const int MostMonths = 120;

    /// <summary>The points, by period, then group.</summary>
    /// <exception cref="ExecutionError">The months are reversed or too many, or the groups are (BAD_USER_INPUT).</exception>
    public async Task<IReadOnlyList<ComplaintTrendPoint>> PointsAsync(
        IResolveFieldContext context, ReportMonth from, ReportMonth to, TrendInterval interval, IReadOnlyList<TrendGroup> groupBy, FilterNode? where)
    {
        if (from > to || (to.Year - from.Year) * 12 + to.Month - from.Month >= MostMonths)
            throw RequestError.Input($"`from` must not be after `to`, and a trend spans at most {MostMonths} months.");
        if (groupBy.Contains(TrendGroup.Agency) && groupBy.Contains(TrendGroup.Department))
            throw RequestError.Input("Group by AGENCY or by DEPARTMENT, not by both.");

        if (where is not null)
            budget.Take(context.FieldAst, where);

        using var place = await gate.EnterAsync(context.CancellationToken);
        await using var db = await contexts.CreateDbContextAsync(context.CancellationToken);
        var sums = await SumsAsync(db, from, to, interval, groupBy, where, context.CancellationToken);
        var points = sums
            .GroupBy(s => (Period: PeriodOf(s.Month, interval), s.AgencyId, s.Category, s.Channel))
            .Select(group => PointOf(Max(group.Key.Period.From, from), Min(group.Key.Period.To, to), [.. group.OrderBy(s => s.Month)]))
            .OrderBy(p => p.From).ThenBy(p => p.AgencyId).ThenBy(p => p.Category).ThenBy(p => p.Channel)
            .ToList();
        return points.Count <= MostPoints
            ? points
            : throw RequestError.Input($"The trend has more than {MostPoints} points. Take longer intervals, fewer months or fewer groups.");
    }

    private Task<List<Sum>> SumsAsync(
        CwaDbContext db, ReportMonth from, ReportMonth to, TrendInterval interval, IReadOnlyList<TrendGroup> groupBy, FilterNode? where,
        CancellationToken cancellationToken)
    {
        // A period of several months opens and closes with each series' own first and last month, so the series are kept apart.
        var bySeries = interval != TrendInterval.Month;
        bool byAgency = groupBy.Contains(TrendGroup.Agency), byDepartment = groupBy.Contains(TrendGroup.Department);
        bool byCategory = groupBy.Contains(TrendGroup.Category), byChannel = groupBy.Contains(TrendGroup.Channel);
        var current = caller.Sees(db.ComplaintMetrics).Where(m => m.IsCurrent && m.Month >= from && m.Month <= to);
        if (where is not null)
            current = current.Where(where.ToLambda<ComplaintMetric>(caller));

        return current.Once(byCategory, byChannel)
            .GroupBy(m => new
            {
                m.Month,
                AgencyId = byAgency ? m.AgencyId : byDepartment ? m.Agency.Parent!.ParentId ?? m.Agency.ParentId ?? m.AgencyId : (Guid?)null,
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
                FiguresMissing = g.Count(m => m.CountsMissing != null),
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

    private sealed class Sum
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
    }
}
