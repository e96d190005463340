using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Compares the complaints of a period with those of the previous period of the same length, as far as the caller reads
/// them.
/// </summary>
[Service]
public sealed class ComplaintGrowth(Snapshots snapshots, Caller caller)
{
    /// <summary>The most of the agencies' own categories that are listed at once.</summary>
    public const int MostCategories = 100;

    // A quarter counts as three months, a year as twelve.
    private const CoveredPeriod Quarter = CoveredPeriod.Quarter,
        Year = CoveredPeriod.Year;

    /// <summary>The agencies whose complaints rose, the largest rise first, in one statement.</summary>
    /// <param name="db">The database.</param>
    /// <param name="from">The period's first month.</param>
    /// <param name="to">Its last month.</param>
    /// <param name="rise">What counts as a rise.</param>
    /// <param name="agencyIds">Which agencies; null for all.</param>
    /// <param name="cancellationToken">Stops the statement.</param>
    public Task<List<ComplaintsReceived>> RisenAgenciesAsync(
        CwaDbContext db,
        ReportMonth from,
        ReportMonth to,
        ComplaintRise rise,
        IReadOnlyList<Guid>? agencyIds,
        CancellationToken cancellationToken
    ) =>
        Current(db, from, to)
            .OfAgencies(agencyIds)
            .Once()
            .GroupBy(m => m.AgencyId)
            .Select(g => new ComplaintsReceived
            {
                AgencyId = g.Key,
                Received = g.Sum(m => m.Month >= from ? m.Received : null) ?? 0,
                ReceivedBefore = g.Sum(m => m.Month < from ? m.Received : null) ?? 0,
                Months =
                    g.Where(m => m.Month >= from).Select(m => m.Month).Distinct().Count()
                    + 2 * g.Where(m => m.Month >= from && m.Covers == Quarter).Select(m => m.Month).Distinct().Count()
                    + 11 * g.Where(m => m.Month >= from && m.Covers == Year).Select(m => m.Month).Distinct().Count(),
                MonthsBefore =
                    g.Where(m => m.Month < from).Select(m => m.Month).Distinct().Count()
                    + 2 * g.Where(m => m.Month < from && m.Covers == Quarter).Select(m => m.Month).Distinct().Count()
                    + 11 * g.Where(m => m.Month < from && m.Covers == Year).Select(m => m.Month).Distinct().Count(),
                MissingBefore = g.Count(m => m.Month < from && m.Received == null),
            })
            .Where(rise.Rose)
            .OrderByDescending(r => r.Received - r.ReceivedBefore)
            .ThenBy(r => r.AgencyId)
            .ToListAsync(cancellationToken);

    /// <summary>What complaints were about, by common categories and by the agencies' own, in one statement.</summary>
    /// <exception cref="ExecutionError">An argument makes no sense.</exception>
    public Task<TopComplaintCategories> TopAsync(
        ReportMonth from,
        ReportMonth to,
        ComplaintRise rise,
        int first,
        CancellationToken cancellationToken
    )
    {
        Check(from, to, rise, first);
        return snapshots.ReadAsync(
            async (db, dataAsOf) =>
            {
                var rows = await Rows(db, from, to).ToListAsync(cancellationToken);
                var all = rows.Sum(r => r.Received);
                var rose = rise.Rose.Compile();
                return new TopComplaintCategories
                {
                    DataAsOf = dataAsOf,
                    From = from,
                    To = to,
                    Received = all,
                    WithinTargetShare = ComplaintTrendPoint.Share(
                        rows.Sum(r => r.WithinTarget),
                        rows.Sum(r => r.WithinTargetOf)
                    ),
                    Common =
                    [
                        .. rows.GroupBy(r => r.Top)
                            .Select(g => new CommonCategoryComplaints(g.Key, [.. g], all, rose))
                            .OrderByDescending(c => c.Received)
                            .ThenBy(c => c.Top),
                    ],
                    Own =
                    [
                        .. rows.Where(r => r.CategoryId is not null)
                            .OrderByDescending(r => r.Received)
                            .ThenBy(r => r.CategoryId)
                            .Take(first)
                            .Select(r => new OwnCategoryComplaints(r, all, rose(r))),
                    ],
                };
            },
            cancellationToken
        );
    }

    /// <summary>The agencies' own categories that grew, the largest rise first, in one statement.</summary>
    /// <exception cref="ExecutionError">An argument makes no sense.</exception>
    public Task<GrowingComplaintCategories> GrowingAsync(
        ReportMonth from,
        ReportMonth to,
        ComplaintRise rise,
        bool withoutOpenProblem,
        int first,
        CancellationToken cancellationToken
    )
    {
        Check(from, to, rise, first);
        return snapshots.ReadAsync(
            async (db, dataAsOf) =>
            {
                var open = caller.Sees(db.SystemicProblems).Where(p => p.Status != ProblemStatus.Verified);
                var rows = Rows(db, from, to);
                var grown = rows.Where(r => r.CategoryId != null).Where(rise.Rose);
                if (withoutOpenProblem)
                    grown = grown.Where(r => !open.Any(p => p.CategoryId == r.CategoryId));
                var found = await grown
                    .OrderByDescending(r => r.Received - r.ReceivedBefore)
                    .ThenBy(r => r.CategoryId)
                    .Take(first)
                    .Select(r => new
                    {
                        Row = r,
                        Count = grown.Count(),
                        All = rows.Sum(x => x.Received),
                    })
                    .ToListAsync(cancellationToken);
                return new GrowingComplaintCategories
                {
                    DataAsOf = dataAsOf,
                    From = from,
                    To = to,
                    TotalCount = found is [var any, ..] ? any.Count : 0,
                    Categories = found.ConvertAll(f => new OwnCategoryComplaints(f.Row, f.All, grew: true)),
                };
            },
            cancellationToken
        );
    }

    private static void Check(ReportMonth from, ReportMonth to, ComplaintRise rise, int first)
    {
        MonthSpan.Check(from, to);
        if (rise.Percent is < 0 or > ComplaintRise.MostPercent || rise.Complaints < 1)
            throw RequestError.Input(
                $"`atLeastPercent` takes 0 to {ComplaintRise.MostPercent}, and `atLeastComplaints` 1 or more."
            );
        Paging.Check(first, MostCategories);
    }

    private IQueryable<ComplaintsReceived> Rows(CwaDbContext db, ReportMonth from, ReportMonth to) =>
        Current(db, from, to)
            .Once(byCategory: true)
            .GroupBy(m => new
            {
                m.AgencyId,
                m.CategoryId,
                Top = m.CategoryId != null ? m.Category!.Top : (TopCategory?)null,
            })
            .Select(g => new ComplaintsReceived
            {
                AgencyId = g.Key.AgencyId,
                CategoryId = g.Key.CategoryId,
                Top = g.Key.Top,
                Received = g.Sum(m => m.Month >= from ? m.Received : null) ?? 0,
                ReceivedBefore = g.Sum(m => m.Month < from ? m.Received : null) ?? 0,
                WithinTarget = g.Sum(m => m.Month >= from && m.Resolved != null ? m.WithinTarget : null) ?? 0,
                WithinTargetOf = g.Sum(m => m.Month >= from && m.WithinTarget != null ? m.Resolved : null) ?? 0,
                Months =
                    g.Where(m => m.Month >= from).Select(m => m.Month).Distinct().Count()
                    + 2 * g.Where(m => m.Month >= from && m.Covers == Quarter).Select(m => m.Month).Distinct().Count()
                    + 11 * g.Where(m => m.Month >= from && m.Covers == Year).Select(m => m.Month).Distinct().Count(),
                MonthsBefore =
                    g.Where(m => m.Month < from).Select(m => m.Month).Distinct().Count()
                    + 2 * g.Where(m => m.Month < from && m.Covers == Quarter).Select(m => m.Month).Distinct().Count()
                    + 11 * g.Where(m => m.Month < from && m.Covers == Year).Select(m => m.Month).Distinct().Count(),
                MissingBefore = g.Count(m => m.Month < from && m.Received == null),
            });

    private IQueryable<ComplaintMetric> Current(CwaDbContext db, ReportMonth from, ReportMonth to)
    {
        var before = MonthSpan.Before(from, to) ?? from;
        // What lies partly in either period says nothing about one of them.
        return caller
            .Sees(db.ComplaintMetrics)
            .Where(m => m.IsCurrent)
            .Within(before, to)
            .Where(m => m.Month >= from || m.LastMonth < from);
    }
}
