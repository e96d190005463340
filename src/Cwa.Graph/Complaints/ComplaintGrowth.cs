using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Compares the complaints of a period with those of the period before it, as many months long, of all that the caller reads.</summary>
[Service]
public sealed class ComplaintGrowth(Caller caller)
{
    /// <summary>The agencies whose complaints rose, the largest rise first, in one statement.</summary>
    /// <param name="db">The database.</param>
    /// <param name="from">The period's first month.</param>
    /// <param name="to">Its last month.</param>
    /// <param name="rise">What a rise is.</param>
    /// <param name="cancellationToken">Stops the statement.</param>
    public Task<List<ComplaintsReceived>> RisenAgenciesAsync(
        CwaDbContext db, ReportMonth from, ReportMonth to, ComplaintRise rise, CancellationToken cancellationToken)
    {
        var before = MonthSpan.Before(from, to) ?? from;
        return rise.Of(
            caller.Sees(db.ComplaintMetrics).Where(m => m.IsCurrent && m.Month >= before && m.Month <= to).Once()
                .GroupBy(m => m.AgencyId)
                .Select(g => new ComplaintsReceived
                {
                    AgencyId = g.Key,
                    Received = g.Sum(m => m.Month >= from ? m.Received : null) ?? 0,
                    ReceivedBefore = g.Sum(m => m.Month < from ? m.Received : null) ?? 0,
                    Months = g.Where(m => m.Month >= from).Select(m => m.Month).Distinct().Count(),
                    MonthsBefore = g.Where(m => m.Month < from).Select(m => m.Month).Distinct().Count(),
                    MissingBefore = g.Count(m => m.Month < from && m.Received == null),
                }))
            .OrderByDescending(g => g.Received - g.ReceivedBefore).ThenBy(g => g.AgencyId)
            .ToListAsync(cancellationToken);
    }
}

/// <summary>What counts as a rise of complaints from one period to the next: both.</summary>
/// <param name="Percent">By how many percent at the least.</param>
/// <param name="Complaints">By how many complaints at the least, so that one after none is no rise.</param>
public sealed record ComplaintRise(int Percent = 20, int Complaints = 10)
{
    /// <summary>
    /// Those that rose. Nothing is said to have risen because it was reported: the period before must have figures of as many
    /// months, and none that lacks its number.
    /// </summary>
    internal IQueryable<T> Of<T>(IQueryable<T> received) where T : ComplaintsReceived => received.Where(g =>
        g.Received - g.ReceivedBefore >= Complaints
        && (g.Received - g.ReceivedBefore) * 100 >= g.ReceivedBefore * Percent
        && g.MonthsBefore >= g.Months && g.MissingBefore == 0);
}

/// <summary>The complaints that an agency received in a period and in the period before it.</summary>
public record ComplaintsReceived
{
    /// <summary>The agency.</summary>
    public Guid AgencyId { get; init; }

    /// <summary>Complaints that came in.</summary>
    public long Received { get; init; }

    /// <summary>Complaints that came in in the period before.</summary>
    public long ReceivedBefore { get; init; }

    /// <summary>How many months of the period have figures.</summary>
    public int Months { get; init; }

    /// <summary>How many months of the period before have figures.</summary>
    public int MonthsBefore { get; init; }

    /// <summary>How many figures of the period before lack the number.</summary>
    public int MissingBefore { get; init; }
}
