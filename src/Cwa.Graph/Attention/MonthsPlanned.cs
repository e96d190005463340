using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Which agencies have a conversation or a running program in this month and in those after it.</summary>
internal sealed class MonthsPlanned
{
    private readonly HashSet<(Guid AgencyId, ReportMonth Month)> _planned;

    private MonthsPlanned(IReadOnlyList<ReportMonth> months, HashSet<(Guid, ReportMonth)> planned) =>
        (Months, _planned) = (months, planned);

    /// <summary>This month and those after it.</summary>
    public IReadOnlyList<ReportMonth> Months { get; }

    /// <summary>Whether the caller said how many months ahead.</summary>
    public bool IsAhead { get; private init; }

    /// <summary>Whether the agency, alone or with others, does anything in one of the months.</summary>
    public bool Has(Agency agency, ReportMonth month) => _planned.Contains((agency.Id, month));

    /// <summary>Reads them, in one statement, for all agencies or some.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="today">A day of the first month.</param>
    /// <param name="monthsAhead">How many months after this one; null for the next one.</param>
    /// <param name="agencyIds">Which agencies; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<MonthsPlanned> ReadAsync(
        CwaDbContext db,
        DateOnly today,
        int? monthsAhead,
        IReadOnlyList<Guid>? agencyIds,
        CancellationToken cancellationToken
    )
    {
        var first = ReportMonth.Of(today);
        var last = first.Plus(monthsAhead ?? 1);
        var (firstDay, lastDay) = (first.FirstDay, last.LastDay);
        // Days, because a month is costly to tell on SQLite.
        var conversations =
            from h in db.EventHosts
            join e in db.Events.TakingPlace() on h.EventId equals e.Id
            where e.StartsOn <= lastDay && e.EndsOn >= firstDay
            select new
            {
                h.AgencyId,
                From = e.StartsOn,
                To = (DateOnly?)e.EndsOn,
            };
        var programs =
            from p in db.Programs
            where p.StartsOn <= lastDay && (p.EndsOn == null || p.EndsOn >= firstDay)
            select new
            {
                p.AgencyId,
                From = p.StartsOn,
                To = p.EndsOn,
            };
        var all = conversations.Concat(programs);
        if (agencyIds is not null)
        {
            Guid[] ids = [.. agencyIds];
            all = all.Where(p => EF.Parameter(ids).Contains(p.AgencyId));
        }

        ReportMonth[] months = [.. first.Through(last)];
        var planned = new HashSet<(Guid, ReportMonth)>();
        foreach (var p in await all.ToListAsync(cancellationToken))
        {
            var from = ReportMonth.Of(p.From);
            var to = p.To is { } day ? ReportMonth.Of(day) : last;
            planned.UnionWith(months.Where(m => from <= m && m <= to).Select(m => (p.AgencyId, m)));
        }

        return new(months, planned) { IsAhead = monthsAhead is not null };
    }
}
