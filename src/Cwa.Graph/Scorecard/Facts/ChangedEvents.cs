using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Events that changed after the day by which they are judged.</summary>
/// <remarks>
/// All other events stood at the end of that day as they stand now. The reports until then say how these stood. An
/// agency that has ended is judged on an earlier day than the others, so its events are among them.
/// </remarks>
internal static class ChangedEvents
{
    /// <summary>The history of each of them.</summary>
    public static async Task<List<EventHistory>> ReadAsync(ScorecardScope scope, CancellationToken cancellationToken)
    {
        var (db, asOf, end, judged) = (scope.Db, scope.AsOf, scope.End, scope.Judged);
        var results = scope.Known<ProblemSolvingOutcome>();
        Guid[] ended =
        [
            .. scope.Agencies.Where(a => a.ActiveTo <= asOf && !(a.ActiveTo <= scope.Year.FirstDay)).Select(a => a.Id),
        ];
        var changed = db
            .EventOutcomes.Where(o => o.At >= end && (o.Status == EventStatus.Postponed || o.Event.StartsOn <= asOf))
            .Select(o => o.EventId)
            .Union(
                db.EventRevisions.Where(r =>
                        r.Report.Revision > 1
                        && (r.Report.SubmittedAt >= end || r.Report.DecidedAt >= end)
                        && (r.Facts.StartsOn <= asOf || r.Event.StartsOn <= asOf)
                    )
                    .Select(r => r.EventId)
            )
            .Union(db.EventCompletions.Where(c => c.At >= end && c.Event.StartsOn <= asOf).Select(c => c.EventId))
            .Union(
                db.EventHosts.Where(h => ended.Contains(h.AgencyId) && h.Event.StartsOn <= asOf).Select(h => h.EventId)
            );
        var rows = await db
            .EventRevisions.Where(r => changed.Contains(r.EventId))
            .Where(r => judged == null || db.EventHosts.Any(h => h.EventId == r.EventId && judged.Contains(h.AgencyId)))
            .Select(r => new
            {
                r.EventId,
                LeadId = r.Report.AgencyId,
                r.CoHostIds,
                SubmittedAt = r.Report.SubmittedAt!.Value,
                AcceptedAt = r.Report.ReturnReason == null ? r.Report.DecidedAt : null,
                r.Facts.StartsOn,
                r.Facts.EndsOn,
                r.Facts.Medium,
                r.Facts.Format,
                r.Facts.PlaceKind,
                r.Facts.State,
                HasResults = results.Any(o => o.EventId == r.EventId),
                Added = db
                    .EventCompletions.Where(c => c.EventId == r.EventId)
                    .Select(c => new EventAdded(c.At, c.Medium, c.Format, c.PlaceKind, c.State))
                    .ToList(),
                Said = db
                    .EventOutcomes.Where(o => o.EventId == r.EventId)
                    .Select(o => new EventSaid(o.At, o.Status, o.Attendance, o.NewStartsOn, o.NewEndsOn))
                    .ToList(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(r => r.EventId)
                .Select(told => new EventHistory
                {
                    EventId = told.Key,
                    HasResults = told.First().HasResults,
                    Said = told.First().Said,
                    Added = told.First().Added,
                    Told =
                    [
                        .. told.Select(r => new EventTold
                        {
                            SubmittedAt = r.SubmittedAt,
                            AcceptedAt = r.AcceptedAt,
                            HostIds = [r.LeadId, .. r.CoHostIds],
                            StartsOn = r.StartsOn,
                            EndsOn = r.EndsOn,
                            Medium = r.Medium,
                            Format = r.Format,
                            PlaceKind = r.PlaceKind,
                            State = r.State,
                        }),
                    ],
                }),
        ];
    }

    /// <summary>
    /// Such an event for each of its agencies, as it stood at the end of the day on which that agency is judged, if it
    /// counts then.
    /// </summary>
    public static IEnumerable<(EventOnDay Event, Guid HostId)> OnItsDays(ScorecardScope scope, EventHistory history) =>
        from hostId in history.Told.SelectMany(t => t.HostIds).Distinct()
        where scope.Judged is null || scope.Judged.Contains(hostId)
        let host = scope.Agencies.First(a => a.Id == hostId)
        let day = host.ActiveTo <= scope.AsOf ? host.ActiveTo!.Value.AddDays(-1) : scope.AsOf
        let seen = history.On(day)
        where seen is not null && seen.EndsOn >= scope.Year.FirstDay && seen.Told.HostIds.Contains(hostId)
        select (seen, hostId);
}
