using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Which agencies have a conversation or a running program in this month and in the next.</summary>
internal sealed class MonthsPlanned
{
    private readonly HashSet<(Guid AgencyId, ReportMonth Month)> _planned;

    private MonthsPlanned(IReadOnlyList<ReportMonth> months, HashSet<(Guid, ReportMonth)> planned) =>
        (Months, _planned) = (months, planned);

    /// <summary>This month and the next.</summary>
    public IReadOnlyList<ReportMonth> Months { get; }

    /// <summary>Whether the agency, alone or with others, does anything in one of the months.</summary>
    public bool Has(Agency agency, ReportMonth month) => _planned.Contains((agency.Id, month));

    /// <summary>Reads them, in one statement, for all agencies or some.</summary>
    public static async Task<MonthsPlanned> ReadAsync(
        CwaDbContext db,
        DateOnly today,
        IReadOnlyList<Guid>? agencyIds,
        CancellationToken cancellationToken
    )
    {
        var month = ReportMonth.Of(today);
        var (first, last, firstOfNext, lastOfNext) = (
            month.FirstDay,
            month.LastDay,
            month.Next.FirstDay,
            month.Next.LastDay
        );
        var conversations =
            from h in db.EventHosts
            join e in db.Events.TakingPlace() on h.EventId equals e.Id
            where e.StartsOn <= lastOfNext && e.EndsOn >= first
            select new
            {
                h.AgencyId,
                IsThisMonth = e.StartsOn <= last,
                IsNextMonth = e.EndsOn >= firstOfNext,
            };
        var programs =
            from p in db.Programs
            where p.StartsOn <= lastOfNext && (p.EndsOn == null || p.EndsOn >= first)
            select new
            {
                p.AgencyId,
                IsThisMonth = p.StartsOn <= last,
                IsNextMonth = p.EndsOn == null || p.EndsOn >= firstOfNext,
            };
        var all = conversations.Union(programs);
        if (agencyIds is not null)
        {
            Guid[] ids = [.. agencyIds];
            all = all.Where(p => EF.Parameter(ids).Contains(p.AgencyId));
        }

        var planned = new HashSet<(Guid, ReportMonth)>();
        foreach (var p in await all.ToListAsync(cancellationToken))
        {
            if (p.IsThisMonth)
                planned.Add((p.AgencyId, month));
            if (p.IsNextMonth)
                planned.Add((p.AgencyId, month.Next));
        }

        return new([month, month.Next], planned);
    }
}
