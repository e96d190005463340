using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The trends of complaints, each added up in one statement.</summary>
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

        return ReadAsync(
            asked,
            async (db, dataAsOf) =>
            {
                var metrics = where is null ? Seen(db) : Seen(db).Where(where.ToLambda<ComplaintMetric>(caller));
                var sums = await TrendFigure.SumsAsync(db, metrics, asked, context.CancellationToken);
                var leftOut = await TrendFigure.LeftOutAsync(metrics, asked, context.CancellationToken);
                return Trend(asked, dataAsOf, sums, leftOut.Values.Sum());
            },
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
        return await ReadAsync(
            asked,
            async (db, dataAsOf) =>
            {
                var metrics = Seen(db).Where(m => EF.Parameter(ids).Contains(m.AgencyId));
                var sums = (
                    await TrendFigure.SumsAsync(db, metrics, asked with { ByAgency = true }, cancellationToken)
                ).ToLookup(s => s.AgencyId);
                var leftOut = await TrendFigure.LeftOutAsync(metrics, asked, cancellationToken);
                return ids.ToDictionary(
                    id => id,
                    id => Trend(asked, dataAsOf, [.. sums[id].Select(s => s.OfAny())], leftOut.GetValueOrDefault(id))
                );
            },
            cancellationToken
        );
    }

    private Task<T> ReadAsync<T>(
        TrendQuestion asked,
        Func<CwaDbContext, DateTime, Task<T>> read,
        CancellationToken cancellationToken
    ) =>
        asked.LeavesOut
            ? snapshots.ReadAsync(read, cancellationToken)
            : snapshots.ReadOnceAsync(read, cancellationToken);

    private ComplaintTrend Trend(TrendQuestion asked, DateTime dataAsOf, List<TrendFigure> sums, int leftOut) =>
        new()
        {
            DataAsOf = dataAsOf,
            From = asked.From,
            To = asked.To,
            Interval = asked.Interval,
            FiguresLeftOut = leftOut,
            Points = Points(sums, asked),
        };

    private List<ComplaintTrendPoint> Points(List<TrendFigure> sums, TrendQuestion asked)
    {
        var sumsOf = asked.Compares ? sums.ToDictionary(s => (FirstMonth(s), s.Group)) : [];
        var points = new List<ComplaintTrendPoint>(sums.Count);
        foreach (var sum in sums)
        {
            var period = TrendPeriod.Of(FirstMonth(sum), asked.Interval);
            if (period.To < asked.From)
                continue;

            var point = PointOf(Max(period.From, asked.From), Min(period.To, asked.To), sum);
            if (
                asked.Compares
                && CanCompare(point, period)
                && TrendPeriod.Before(period.From, asked.Interval) is { } first
                && sumsOf.TryGetValue((first, sum.Group), out var before)
                && before.Months >= sum.Months
            )
                point = point with
                {
                    Change = ComplaintChange.Between(PointOf(first, period.From.Previous, before), point),
                };
            points.Add(point);
        }

        if (points.Count > MostPoints)
            throw RequestError.Input(
                $"The trend has more than {MostPoints} points. Take longer intervals, fewer months or fewer groups."
            );

        points.Sort(ByPeriodAndGroup);
        return points;

        ReportMonth FirstMonth(TrendFigure sum) => TrendPeriod.FirstMonthOf(sum.Period, asked.Interval);
    }

    private static int ByPeriodAndGroup(ComplaintTrendPoint one, ComplaintTrendPoint other)
    {
        var order = one.From.CompareTo(other.From);
        if (order == 0)
            order = Nullable.Compare(one.AgencyId, other.AgencyId);
        if (order == 0)
            order = Nullable.Compare(one.Category, other.Category);
        return order == 0 ? Nullable.Compare(one.Channel, other.Channel) : order;
    }

    // Part of a period, or one that is not over, cannot be compared with a whole one.
    private bool CanCompare(ComplaintTrendPoint point, (ReportMonth From, ReportMonth To) period) =>
        (point.From, point.To) == period && period.To < ReportMonth.Of(clock.Today);

    private IQueryable<ComplaintMetric> Seen(CwaDbContext db) =>
        caller.Sees(db.ComplaintMetrics).Where(m => m.IsCurrent);

    private static ComplaintTrendPoint PointOf(ReportMonth from, ReportMonth to, TrendFigure sum) =>
        new()
        {
            From = from,
            To = to,
            AgencyId = sum.AgencyId,
            Category = sum.Category,
            Channel = sum.Channel,
            PendingStart = (long)sum.PendingStart,
            Received = (long)sum.Received,
            Resolved = (long)sum.Resolved,
            PendingEnd = (long)sum.PendingEnd,
            MedianDays = sum.Weight == 0 ? null : sum.WeightedDays / sum.Weight,
            WithinTarget = (long)sum.WithinTarget,
            WithinTargetOf = (long)sum.WithinTargetOf,
            Months = sum.Months,
            Figures = sum.Figures,
            FiguresMissing = sum.FiguresMissing,
        };

    private static ReportMonth Max(ReportMonth one, ReportMonth other) => one > other ? one : other;

    private static ReportMonth Min(ReportMonth one, ReportMonth other) => one < other ? one : other;
}
