using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Finds where the complaint figures that the caller reads do not carry over from one period to the next.
/// </summary>
[Service]
public sealed class CarryOvers(Snapshots snapshots, Caller caller, FilterBudget budget)
{
    /// <summary>The most breaks that are listed at once.</summary>
    public const int MostBreaks = 200;

    /// <summary>
    /// Those of the agencies, or of all, whose figures of these months do not carry over, the largest difference first,
    /// in one statement.
    /// </summary>
    public Task<List<AgencyCarryOver>> AgenciesAsync(
        CwaDbContext db,
        ReportMonth from,
        ReportMonth to,
        IReadOnlyList<Guid>? agencyIds,
        CancellationToken cancellationToken
    ) =>
        WithEarlier(db, from, to, where: null, agencyIds)
            .Restated()
            .GroupBy(r => r.Figures.AgencyId)
            .Select(g => new AgencyCarryOver
            {
                AgencyId = g.Key,
                Differences = g.Count(),
                Largest = g.Max(r => Math.Abs(r.Figures.PendingStart!.Value - r.Before.PendingEnd!.Value)),
                LastMonth = g.Max(r => r.Figures.Month),
            })
            .OrderByDescending(a => a.Largest)
            .ThenBy(a => a.AgencyId)
            .ToListAsync(cancellationToken);

    /// <summary>Where the figures of these months do not carry over, in one statement.</summary>
    /// <exception cref="ExecutionError">The months make no sense, or there are too many conditions or breaks to
    /// list.</exception>
    public Task<ComplaintCarryOver> BreaksAsync(
        IResolveFieldContext context,
        ReportMonth from,
        ReportMonth to,
        CarryOverBreakKind kind,
        int first,
        FilterNode? where
    )
    {
        MonthSpan.Check(from, to);
        Paging.Check(first, MostBreaks);
        if (where is not null)
            budget.Take(context.FieldAst, where);

        return snapshots.ReadAsync(
            async (db, dataAsOf) =>
            {
                var consecutive = WithEarlier(db, from, to, where);
                var broken = kind == CarryOverBreakKind.Restated ? consecutive.Restated() : consecutive.AfterGap();
                var found = await broken
                    .OrderByDescending(r => Math.Abs((r.Figures.PendingStart ?? 0) - (r.Before.PendingEnd ?? 0)))
                    .ThenBy(r => r.Figures.Month)
                    .ThenBy(r => r.Figures.Id)
                    .Take(first)
                    .Select(r => new { Break = new CarryOverBreak(kind, r.Figures, r.Before), Total = broken.Count() })
                    .ToListAsync(context.CancellationToken);
                return new ComplaintCarryOver
                {
                    DataAsOf = dataAsOf,
                    From = from,
                    To = to,
                    TotalCount = found is [var any, ..] ? any.Total : 0,
                    Breaks = found.ConvertAll(f => f.Break),
                };
            },
            context.CancellationToken
        );
    }

    private IQueryable<ConsecutiveFigures> WithEarlier(
        CwaDbContext db,
        ReportMonth from,
        ReportMonth to,
        FilterNode? where,
        IReadOnlyList<Guid>? agencyIds = null
    )
    {
        var current = caller.Sees(db.ComplaintMetrics).Where(m => m.IsCurrent);
        var asked = current.OfAgencies(agencyIds).Where(m => m.Month >= from && m.Month <= to);
        return (where is null ? asked : asked.Where(where.ToLambda<ComplaintMetric>(caller))).WithEarlier(current);
    }
}

/// <summary>How the figures of one agency fail to carry over.</summary>
public sealed record AgencyCarryOver
{
    /// <summary>The agency whose figures these are.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>
    /// How many figures open with a different number from the one that the period before closed with.
    /// </summary>
    public required int Differences { get; init; }

    /// <summary>The largest difference, in complaints.</summary>
    public required long Largest { get; init; }

    /// <summary>The last month with which a period of such figures begins.</summary>
    public required ReportMonth LastMonth { get; init; }
}

internal static class MetricsOfAgencies
{
    /// <summary>Those of the agencies; all if none are named.</summary>
    public static IQueryable<ComplaintMetric> OfAgencies(
        this IQueryable<ComplaintMetric> metrics,
        IReadOnlyList<Guid>? agencyIds
    ) => agencyIds is null ? metrics : metrics.Where(m => EF.Parameter(agencyIds).Contains(m.AgencyId));
}
