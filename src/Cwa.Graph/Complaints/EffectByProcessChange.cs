using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The full months around a process change.</summary>
/// <param name="ProblemId">The problem that the change is to solve.</param>
/// <param name="Before">The last full month before.</param>
/// <param name="After">The first full month after.</param>
/// <param name="Months">How many months on either side.</param>
public readonly record struct EffectKey(Guid ProblemId, ReportMonth Before, ReportMonth After, int Months)
{
    private const int MostMonths = 24,
        Margin = 3;

    internal ReportMonth First => Before.Plus(1 - Months);

    internal ReportMonth Last => After.Plus(Months - 1);

    /// <summary>The months around a change; null at the ends of the calendar.</summary>
    internal static EffectKey? Of(ProcessChange change, int months)
    {
        if (months is < 1 or > MostMonths)
            throw RequestError.Input($"`months` takes 1 to {MostMonths}.");
        if (change.EffectiveOn.Year is < 1 + Margin or > 9999 - Margin)
            return null;

        var month = ReportMonth.Of(change.EffectiveOn);
        return new EffectKey(
            change.ProblemId,
            month.Previous,
            change.EffectiveOn == month.FirstDay ? month : month.Next,
            months
        );
    }
}

/// <summary>Complaints before and after process changes, added up for all changes in one statement.</summary>
public sealed class EffectByProcessChange(Snapshots snapshots, Caller caller)
    : BatchLoader<EffectKey, ProcessChangeEffect?>
{
    /// <inheritdoc/>
    protected override Task<IReadOnlyDictionary<EffectKey, ProcessChangeEffect?>> FetchAsync(
        IReadOnlyList<EffectKey> keys,
        CancellationToken cancellationToken
    ) =>
        snapshots.ReadAsync<IReadOnlyDictionary<EffectKey, ProcessChangeEffect?>>(
            async (db, dataAsOf) =>
            {
                var problems = keys.Select(k => k.ProblemId).Distinct().ToArray();
                ReportMonth first = keys.Min(k => k.First),
                    last = keys.Max(k => k.Last);
                var current = caller
                    .Sees(db.ComplaintMetrics)
                    .Where(m => m.IsCurrent)
                    .Within(first, last)
                    .InOneOf(CoveredPeriod.Month);

                // A problem without figures has a row too, which distinguishes it from a problem without a category.
                var sums = await (
                    from problem in caller.Sees(db.SystemicProblems)
                    where EF.Parameter(problems).Contains(problem.Id) && problem.CategoryId != null
                    join metric in current.Once(byCategory: true)
                        on problem.CategoryId equals metric.CategoryId
                        into metrics
                    from metric in metrics.DefaultIfEmpty()
                    group metric by new { problem.Id, Month = (ReportMonth?)metric.Month } into g
                    select new Sum
                    {
                        ProblemId = g.Key.Id,
                        Month = g.Key.Month,
                        Received = g.Sum(m => m.Received) ?? 0,
                        Resolved = g.Sum(m => m.Resolved) ?? 0,
                        WeightedDays = g.Sum(m => m.MedianDays * m.Resolved) ?? 0,
                        Weight = g.Sum(m => m.MedianDays == null ? null : m.Resolved) ?? 0,
                        WithinTarget = g.Sum(m => m.WithinTarget) ?? 0,
                        WithinTargetMissing = g.Count(m => m.WithinTarget == null || m.Resolved == null),
                        ReceivedMissing = g.Count(m => m.Received == null),
                        ResolvedMissing = g.Count(m => m.Resolved == null),
                    }
                ).ToListAsync(cancellationToken);
                var byProblem = sums.ToLookup(s => s.ProblemId);
                return keys.Where(k => byProblem.Contains(k.ProblemId))
                    .ToDictionary(
                        k => k,
                        ProcessChangeEffect? (k) =>
                            new()
                            {
                                DataAsOf = dataAsOf,
                                Before = PeriodOf(byProblem[k.ProblemId], k.First, k.Before),
                                After = PeriodOf(byProblem[k.ProblemId], k.After, k.Last),
                            }
                    );
            },
            cancellationToken
        );

    /// <inheritdoc/>
    protected override ProcessChangeEffect? Missing(EffectKey key) => null;

    private static EffectPeriod PeriodOf(IEnumerable<Sum> sums, ReportMonth from, ReportMonth to)
    {
        var months = sums.Where(s => s.Month >= from && s.Month <= to).ToList();
        var isWhole = months.Count == from.MonthsUntil(to) + 1;
        var isReceivedTold = isWhole && months.All(s => s.ReceivedMissing == 0);
        long received = months.Sum(s => s.Received),
            weight = months.Sum(s => s.Weight);
        return new()
        {
            From = from,
            To = to,
            MonthsReported = months.Count,
            ReceivedPerMonth = isReceivedTold ? (double)received / months.Count : null,
            MedianDays = isWhole && weight > 0 ? months.Sum(s => s.WeightedDays) / weight : null,
            ResolvedShare =
                isReceivedTold && received > 0 && months.All(s => s.ResolvedMissing == 0)
                    ? (double)months.Sum(s => s.Resolved) / received
                    : null,
            WithinTargetShare =
                isWhole && months.All(s => s.WithinTargetMissing == 0)
                    ? ComplaintTrendPoint.Share(months.Sum(s => s.WithinTarget), months.Sum(s => s.Resolved))
                    : null,
        };
    }

    private sealed class Sum
    {
        public Guid ProblemId { get; init; }
        public ReportMonth? Month { get; init; }
        public long Received { get; init; }
        public long Resolved { get; init; }
        public double WeightedDays { get; init; }
        public long Weight { get; init; }
        public long WithinTarget { get; init; }
        public int WithinTargetMissing { get; init; }
        public int ReceivedMissing { get; init; }
        public int ResolvedMissing { get; init; }
    }
}
