using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Actions 1 and 3: the conversations that had begun by the day and touch the year.</summary>
/// <param name="scope">The day and the agencies.</param>
/// <param name="changed">The events that changed after the day; they count as they stood on it.</param>
internal sealed class ConversationFacts(ScorecardScope scope, List<EventHistory> changed)
{
    private readonly List<(EventOnDay Event, Guid HostId)> _changedLater =
    [
        .. changed.SelectMany(history => ChangedEvents.OnItsDays(scope, history)),
    ];

    /// <summary>How many there are of each kind.</summary>
    public async Task<IEnumerable<ConversationCount>> CountsAsync(CancellationToken cancellationToken)
    {
        var (first, last, asOf) = (scope.Year.FirstDay, scope.Year.LastDay, scope.AsOf);
        var results = scope.Known<ProblemSolvingOutcome>();
        var flat =
            from c in Begun()
            select new
            {
                c.AgencyId,
                c.EventId,
                // Extracting a month from a date is what costs: here once for one-day events, which most are.
                From = c.StartsOn <= first ? first.Month : c.StartsOn.Month,
                To = c.EndsOn == c.StartsOn ? (int?)null
                : c.EndsOn >= last ? last.Month
                : c.EndsOn.Month,
                c.Medium,
                IsProblemSolving = c.Format == EventFormat.ProblemSolvingDay,
                // Most events are confirmed. Only for the others does the database look for results.
                IsHeld = c.Status == EventStatus.Held || (c.EndsOn <= asOf && results.Any(r => r.EventId == c.EventId)),
                c.Attendance,
            };
        var counts = await flat.GroupBy(c => new
            {
                c.AgencyId,
                c.From,
                c.To,
                c.Medium,
                c.IsProblemSolving,
                c.IsHeld,
            })
            .Select(same => new
            {
                same.Key,
                Count = same.Count(),
                Attended = same.Count(c => c.Attendance != null),
                Attendance = same.Sum(c => (long?)c.Attendance) ?? 0,
                // PostgreSQL orders UUIDs, but has no `min` for them.
                EventId = same.Min(c => c.EventId.ToString()),
            })
            .ToListAsync(cancellationToken);
        return counts
            .Select(c => new ConversationCount
            {
                AgencyId = c.Key.AgencyId,
                From = new(scope.Year.Number, c.Key.From),
                To = new(scope.Year.Number, c.Key.To ?? c.Key.From),
                Medium = c.Key.Medium,
                IsProblemSolving = c.Key.IsProblemSolving,
                IsHeld = c.Key.IsHeld,
                Count = c.Count,
                Attended = c.Attended,
                Attendance = c.Attendance,
                EventId = Guid.Parse(c.EventId!),
            })
            .Concat(_changedLater.Select(e => e.Event.CountFor(e.HostId)));
    }

    /// <summary>Those that solved problems and are no problem-solving days, with their last day.</summary>
    public IQueryable<DatedRow> Venues()
    {
        var (asOf, judged) = (scope.AsOf, scope.Judged);
        var venues =
            from solved in scope.Known<ProblemSolvingOutcome>()
            join e in Counting() on solved.EventId equals e.Id
            where e.Format == null || e.Format != EventFormat.ProblemSolvingDay
            where e.EndsOn <= asOf
            join host in scope.Db.EventHosts on e.Id equals host.EventId
            select new DatedRow
            {
                Kind = DatedKind.OtherVenue,
                AgencyId = host.AgencyId,
                Id = e.Id,
                ParentId = null,
                On = e.EndsOn,
                Until = null,
                Count = null,
                Year = null,
                Basis = null,
                Grade = null,
            };
        return judged is null ? venues : venues.Where(v => EF.Parameter(judged).Contains(v.AgencyId));
    }

    /// <summary>Those of them that changed after the day.</summary>
    public IEnumerable<DatedRecord> VenuesChangedLater =>
        _changedLater.Select(e => e.Event.VenueFor(e.HostId)).OfType<DatedRecord>();

    /// <summary>How many there were in each place.</summary>
    public async Task<IEnumerable<ConversationPlace>> PlacesAsync(CancellationToken cancellationToken)
    {
        var places = await Begun()
            .GroupBy(c => new
            {
                c.AgencyId,
                c.PlaceKind,
                c.State,
            })
            .Select(same => new ConversationPlace(same.Key.AgencyId, same.Key.PlaceKind, same.Key.State, same.Count()))
            .ToListAsync(cancellationToken);
        return places.Concat(_changedLater.Select(e => e.Event.PlaceFor(e.HostId)));
    }

    // A joint event counts for each agency that holds it. Most events are not joint, and are found without a look at
    // their hosts.
    private IQueryable<Begin> Begun()
    {
        var (db, judged) = (scope.Db, scope.Judged);
        var events = Counting();
        var all = events
            .Select(e => new Begin
            {
                AgencyId = e.AgencyId,
                EventId = e.Id,
                StartsOn = e.StartsOn,
                EndsOn = e.EndsOn,
                Medium = e.Medium,
                Format = e.Format,
                Status = e.Status,
                Attendance = e.Attendance,
                PlaceKind = e.PlaceKind,
                State = e.State,
            })
            .Concat(
                from h in db.EventHosts.Where(h => !h.IsLead)
                join e in events on h.EventId equals e.Id
                select new Begin
                {
                    AgencyId = h.AgencyId,
                    EventId = e.Id,
                    StartsOn = e.StartsOn,
                    EndsOn = e.EndsOn,
                    Medium = e.Medium,
                    Format = e.Format,
                    Status = e.Status,
                    Attendance = e.Attendance,
                    PlaceKind = e.PlaceKind,
                    State = e.State,
                }
            );
        return judged is null ? all : all.Where(c => EF.Parameter(judged).Contains(c.AgencyId));
    }

    // The events that count as they stand now.
    private IQueryable<Event> Counting()
    {
        var (db, asOf, firstDay) = (scope.Db, scope.AsOf, scope.Year.FirstDay);
        // No event is stored as UNCONFIRMED: this alternative only keeps SQLite from using an index to look most events
        // up one by one.
        var events = db
            .Events.Where(e => (e.StartsOn <= asOf || e.Status == EventStatus.Unconfirmed) && e.EndsOn >= firstDay)
            .TakingPlace();
        Guid[] apart = [.. changed.Select(e => e.EventId)];
        if (apart is not [])
            events = events.Where(e => !EF.Parameter(apart).Contains(e.Id));

        return events;
    }

    private sealed class Begin
    {
        public Guid AgencyId { get; init; }
        public Guid EventId { get; init; }
        public DateOnly StartsOn { get; init; }
        public DateOnly EndsOn { get; init; }
        public Medium? Medium { get; init; }
        public EventFormat? Format { get; init; }
        public EventStatus Status { get; init; }
        public int? Attendance { get; init; }
        public PlaceKind? PlaceKind { get; init; }
        public StateCode? State { get; init; }
    }
}
