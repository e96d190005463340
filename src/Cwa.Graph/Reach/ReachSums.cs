using System.Linq.Expressions;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Adds up the events of some agencies in the database, with one statement for each way of grouping them.
/// </summary>
/// <param name="db">One state of the database.</param>
/// <param name="agencies">The agencies; null for all, which is the same as no condition on who holds an event.</param>
/// <param name="period">When the events start.</param>
/// <param name="today">Decides which events are unconfirmed.</param>
internal sealed class ReachSums(CwaDbContext db, IQueryable<Agency>? agencies, Period period, DateOnly today)
{
    public Task<List<ReachSum<ByKind>>> ByPlaceAsync(CancellationToken cancellationToken) =>
        SumAsync(Once(), c => new ByKind { Place = c.Event.PlaceKind, State = c.Event.State }, cancellationToken);

    /// <summary>By place and by form at once: some thousand sums, but each event is read once.</summary>
    public Task<List<ReachSum<ByKind>>> ByPlaceAndFormAsync(CancellationToken cancellationToken) =>
        SumAsync(
            Once(),
            c => new ByKind
            {
                Place = c.Event.PlaceKind,
                State = c.Event.State,
                Medium = c.Event.Medium,
                Format = c.Event.Format,
            },
            cancellationToken
        );

    /// <summary>By the whole list of an event's languages: SQLite cannot split a list for each row.</summary>
    public Task<List<ReachSum<IReadOnlyList<string>>>> ByLanguagesAsync(CancellationToken cancellationToken) =>
        SumAsync(Once(), c => c.Event.Languages, cancellationToken);

    public Task<List<ReachSum<ByHost>>> ByAgencyAsync(CancellationToken cancellationToken) =>
        SumAsync(OfEachHost(), c => new ByHost { AgencyId = c.AgencyId, Medium = c.Event.Medium }, cancellationToken);

    public Task<List<ReachSum<ByHost>>> ByDepartmentAsync(CancellationToken cancellationToken) =>
        SumAsync(
            OfEachDepartment(),
            c => new ByHost { AgencyId = c.AgencyId, Medium = c.Event.Medium },
            cancellationToken
        );

    /// <summary>The top-level agencies that the agencies are, or belong to.</summary>
    public Task<List<Guid>> DepartmentsAsync(CancellationToken cancellationToken) =>
        (agencies ?? db.Agencies)
            .Select(a => a.Parent!.ParentId ?? a.ParentId ?? a.Id)
            .Distinct()
            .ToListAsync(cancellationToken);

    /// <summary>Each agency with the number of customers that holds on the last day of the period.</summary>
    public Task<Dictionary<Guid, long?>> CustomersAsync(CancellationToken cancellationToken) =>
        (agencies ?? db.Agencies).CustomersOnAsync(period.To, db.CustomerBases, cancellationToken);

    /// <summary>
    /// What each agency declared for each state, and whether the agency reached it: a row for each declaration, however
    /// many the events.
    /// </summary>
    public Task<List<Area>> AreasAsync(CancellationToken cancellationToken) => Areas().ToListAsync(cancellationToken);

    /// <summary>
    /// Events that count: in the period, in an accepted report, and neither cancelled nor postponed without a new date.
    /// </summary>
    private IQueryable<Event> Events() =>
        db
            .Events.Where(e => e.StartsOn >= period.From && e.StartsOn <= period.To)
            .TakingPlace()
            .Where(e =>
                e.Report.Status == MonthlyReportStatus.Accepted || e.Report.Status == MonthlyReportStatus.Amended
            );

    /// <summary>Each event once, however many of the agencies hold it.</summary>
    private IQueryable<Conversation> Once() =>
        (
            agencies is null ? Events() : Events().Where(e => e.Hosts.Any(h => agencies.Any(a => a.Id == h.AgencyId)))
        ).Select(e => new Conversation { Event = e });

    /// <summary>Each event for each of the agencies that holds it.</summary>
    private IQueryable<Conversation> OfEachHost()
    {
        var all = Events().SelectMany(e => e.Hosts, (e, h) => new Conversation { Event = e, AgencyId = h.AgencyId });
        return agencies is null ? all : all.Where(c => agencies.Any(a => a.Id == c.AgencyId));
    }

    /// <summary>
    /// Each event once for each top-level agency that holds it, or whose components do: for the host who leads it, or
    /// else for the first. So only the hosts of joint events are compared, and nothing is sorted.
    /// </summary>
    private IQueryable<Conversation> OfEachDepartment()
    {
        var hosts = agencies is null ? db.EventHosts : db.EventHosts.Where(h => agencies.Any(a => a.Id == h.AgencyId));
        var held = hosts.Select(h => new
        {
            h.EventId,
            h.AgencyId,
            h.IsLead,
            DepartmentId = h.Agency.Parent!.ParentId ?? h.Agency.ParentId ?? h.AgencyId,
        });
        return Events()
            .Join(held, e => e.Id, h => h.EventId, (e, h) => new { Event = e, Host = h })
            .Where(c =>
                c.Host.IsLead
                || !held.Any(other =>
                    other.EventId == c.Host.EventId
                    && other.DepartmentId == c.Host.DepartmentId
                    && (other.IsLead || other.AgencyId.CompareTo(c.Host.AgencyId) < 0)
                )
            )
            .Select(c => new Conversation { Event = c.Event, AgencyId = c.Host.DepartmentId });
    }

    private IQueryable<Area> Areas() =>
        (
            agencies is null ? db.ServiceAreas : db.ServiceAreas.Where(area => agencies.Any(a => a.Id == area.AgencyId))
        ).LeftJoin(
            OfEachHost()
                .Where(c => c.Event.Status == EventStatus.Held && c.Event.State != null)
                .Select(c => new { c.AgencyId, c.Event.State })
                .Distinct(),
            area => new { area.AgencyId, State = (StateCode?)area.State },
            reached => new { reached.AgencyId, reached.State },
            (area, reached) =>
                new Area
                {
                    AgencyId = area.AgencyId,
                    State = area.State,
                    CustomersLiving = area.CustomersLiving,
                    CustomersWorking = area.CustomersWorking,
                    IsReached = reached!.State != null,
                }
        );

    private Task<List<ReachSum<TKey>>> SumAsync<TKey>(
        IQueryable<Conversation> conversations,
        Expression<Func<Conversation, TKey>> by,
        CancellationToken cancellationToken
    ) =>
        conversations
            .GroupBy(by)
            .Select(g => new ReachSum<TKey>
            {
                Key = g.Key,
                Events = g.Count(),
                Held = g.Count(c => c.Event.Status == EventStatus.Held),
                Unconfirmed = g.Count(c => c.Event.Status != EventStatus.Held && c.Event.EndsOn < today),
                Counted =
                    g.Sum(c => c.Event.CountMethod == CountMethod.Counted ? (long?)c.Event.Attendance : null) ?? 0,
                Estimated =
                    g.Sum(c => c.Event.CountMethod == CountMethod.Estimated ? (long?)c.Event.Attendance : null) ?? 0,
                HeldWithoutAttendance = g.Count(c => c.Event.Status == EventStatus.Held && c.Event.Attendance == null),
                ExpectedReach = g.Sum(c => (long?)c.Event.ExpectedReach) ?? 0,
            })
            .ToListAsync(cancellationToken);

    /// <summary>An event, once for each agency that it counts for.</summary>
    private sealed class Conversation
    {
        public Event Event { get; init; } = null!;
        public Guid AgencyId { get; init; }
    }
}

internal sealed record ByKind
{
    public PlaceKind? Place { get; init; }
    public StateCode? State { get; init; }
    public Medium? Medium { get; init; }
    public EventFormat? Format { get; init; }
}

internal sealed record ByHost
{
    public Guid AgencyId { get; init; }
    public Medium? Medium { get; init; }
}
