using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>An event as the next revision of a report would list it if nothing about it changed.</summary>
/// <param name="ReportId">The draft or the sent revision that lists it.</param>
/// <param name="EventId">Its id, or the id that it will have.</param>
/// <param name="IsStored">Whether a report that was sent has listed it, so that its id can be given.</param>
/// <param name="Facts">What is said about it.</param>
/// <param name="CoHostIds">The agencies that hold it together with the reporting agency.</param>
public sealed record ReportLine(
    Guid ReportId,
    Guid EventId,
    bool IsStored,
    EventFacts Facts,
    IReadOnlyList<Guid> CoHostIds
)
{
    /// <summary>
    /// What drafts list, and what sent revisions reported, in their order. What the agency has said since stands: facts
    /// that were left out are filled in, an event that was postponed has its new days, and one that was cancelled, or
    /// postponed to another month, is left out.
    /// </summary>
    public static async Task<IReadOnlyList<ReportLine>> OfAsync(
        CwaDbContext db,
        IReadOnlyList<Guid> reportIds,
        CancellationToken cancellationToken
    )
    {
        var drafted = await db
            .DraftEvents.AsNoTracking()
            .Where(d => reportIds.Contains(d.ReportId))
            .OrderBy(d => d.Position)
            .ToListAsync(cancellationToken);
        var told = await db
            .EventRevisions.AsNoTracking()
            .Where(r => reportIds.Contains(r.ReportId))
            .OrderBy(r => r.Position)
            .ToListAsync(cancellationToken);
        Guid[] ids = [.. drafted.Select(d => d.EventId).Concat(told.Select(r => r.EventId)).Distinct()];
        var now = await db
            .Events.Where(e => ids.Contains(e.Id))
            .Select(e => new
            {
                e.Id,
                e.Status,
                e.StartsOn,
                e.EndsOn,
                LastSaid = db.EventOutcomes.Where(o => o.EventId == e.Id).Max(o => (DateTime?)o.RecordedAt),
            })
            .ToDictionaryAsync(e => e.Id, cancellationToken);
        var since = (await db.CompletionsAsync(ids, cancellationToken)).ToLookup(c => c.EventId);
        return
        [
            .. drafted.Select(d => new ReportLine(
                d.ReportId,
                d.EventId,
                now.ContainsKey(d.EventId),
                d.Facts,
                d.CoHostIds
            )),
            .. told.Select(Line).OfType<ReportLine>(),
        ];

        ReportLine? Line(EventRevision revision)
        {
            var (@event, facts) = (now[revision.EventId], revision.FactsSince(since[revision.EventId]));
            if (@event.LastSaid > revision.RecordedAt)
            {
                var isListed =
                    @event.Status != EventStatus.Cancelled
                    && ReportMonth.Of(@event.StartsOn) == ReportMonth.Of(facts.StartsOn);
                if (!isListed)
                    return null;
                facts = facts.On(@event.StartsOn, @event.EndsOn);
            }

            return new(revision.ReportId, revision.EventId, true, facts, revision.CoHostIds);
        }
    }
}
