using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// The revisions of one agency's report for one month, and what becomes of its events when the next is sent or
/// accepted.
/// </summary>
/// <remarks>For use in a write transaction that has locked the agency.</remarks>
public sealed class ReportChain
{
    private readonly CwaDbContext _db;
    private readonly Guid _agencyId;
    private readonly ReportMonth _month;
    private readonly IReadOnlyList<MonthlyReport> _sent;

    private ReportChain(CwaDbContext db, Guid agencyId, ReportMonth month, List<MonthlyReport> reports)
    {
        (_db, _agencyId, _month) = (db, agencyId, month);
        _sent = reports.FindAll(r => r.Status != MonthlyReportStatus.Draft);
        Draft = reports.Find(r => r.Status == MonthlyReportStatus.Draft);
        Accepted = reports.Find(r => r.Status == MonthlyReportStatus.Accepted);
    }

    /// <summary>The draft of the next revision; null when there is none.</summary>
    public MonthlyReport? Draft { get; }

    /// <summary>The newest revision that was sent; null before the first.</summary>
    public MonthlyReport? Latest => _sent is [var latest, ..] ? latest : null;

    /// <summary>The revision that NPR has accepted and no later one has replaced; null when there is none.</summary>
    public MonthlyReport? Accepted { get; }

    /// <summary>Whether a revision was sent that NPR has not returned and the agency has not recalled.</summary>
    internal bool IsIn =>
        _sent.Any(r => r.Status is not (MonthlyReportStatus.Returned or MonthlyReportStatus.Recalled));

    /// <summary>Reads the chain. Its reports are tracked.</summary>
    public static async Task<ReportChain> LoadAsync(
        CwaDbContext db,
        Guid agencyId,
        ReportMonth month,
        CancellationToken cancellationToken
    ) =>
        new(
            db,
            agencyId,
            month,
            await db
                .MonthlyReports.Where(r => r.AgencyId == agencyId && r.Month == month)
                .OrderByDescending(r => r.Revision)
                .ToListAsync(cancellationToken)
        );

    /// <summary>
    /// Finds the earlier event that each planned event continues; tracked, with its hosts. What the planned event leaves
    /// out is as it was told before.
    /// </summary>
    public async Task<IReadOnlyList<MatchedEvent>> MatchAsync(
        IReadOnlyList<PlannedEvent> events,
        CancellationToken cancellationToken
    )
    {
        var told = EventMatch.Match(events, await ToldAsync(cancellationToken));
        var ids = events.Select((e, i) => told[i]?.EventId ?? e.EventId).ToList();
        Guid[] known = [.. ids.OfType<Guid>()];
        var stored = known is []
            ? []
            : await _db
                .Events.Include(e => e.Hosts)
                .Where(e => e.AgencyId == _agencyId && known.Contains(e.Id))
                .ToDictionaryAsync(e => e.Id, cancellationToken);
        return
        [
            .. events.Select(
                (e, i) => MatchedEvent.Of(e, told[i], ids[i] is { } id ? stored.GetValueOrDefault(id) : null)
            ),
        ];
    }

    /// <summary>Refuses the next revision if it cannot be sent now.</summary>
    /// <param name="reason">Why an accepted report is amended; null where none is given.</param>
    /// <param name="at">The check of the report.</param>
    /// <param name="basedOn">The revision that the sender saw last; null where that is not said.</param>
    internal void CheckNext(string? reason, Check at, BaseRevision? basedOn = null)
    {
        if (basedOn is not null && basedOn.Number != Latest?.Revision)
            at.Refuse(new NotNewestRevision(_month, Latest), "basedOnRevision");
        else if (Latest is { Status: MonthlyReportStatus.Submitted } waiting)
            at.Refuse(new MonthAlreadyReported(waiting), "month");
        else if (Accepted is { } accepted && reason is null)
            at.Refuse(new MonthAlreadyReported(accepted), "reason");
    }

    /// <summary>Checks the events against the stored events with which they were matched.</summary>
    internal void Check(IReadOnlyList<MatchedEvent> events, DateOnly today, Func<int, Check> at) =>
        EventRules.Check(events, today, e => _sent.Any(r => r.Id == e.ReportId), at);

    /// <summary>The events that belong to the month's reports, as they are now; tracked, with their hosts.</summary>
    public async Task<IReadOnlyList<Event>> EventsNowAsync(CancellationToken cancellationToken)
    {
        Guid[] sentIds = [.. _sent.Select(r => r.Id)];
        return sentIds is []
            ? []
            : await _db
                .Events.Include(e => e.Hosts)
                .Where(e => sentIds.Contains(e.ReportId))
                .ToListAsync(cancellationToken);
    }

    /// <summary>What a revision with these events does with those that are there.</summary>
    internal async Task<ReportEffect> EffectAsync(
        IReadOnlyList<MatchedEvent> events,
        CancellationToken cancellationToken
    ) => new(events, await EventsNowAsync(cancellationToken), _agencyId, _month);

    /// <summary>Sends the next revision, from the draft where there is one.</summary>
    public async Task<MonthlyReport> SubmitAsync(
        IReadOnlyList<MatchedEvent> events,
        DateTime at,
        string by,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        var report = Draft ?? _db.Add(new MonthlyReport(_agencyId, _month)).Entity;
        report.Write(events.Count, nil: events is []);
        report.Submit((Latest?.Revision ?? 0) + 1, at, by, reason);
        if (Draft is not null)
            _db.RemoveRange(await _db.DraftEvents.Where(d => d.ReportId == report.Id).ToListAsync(cancellationToken));
        Tell(report, events);
        return report;
    }

    /// <summary>Accepts the submitted revision and publishes its events.</summary>
    /// <returns>The cancellations of events that earlier revisions list and this one does not.</returns>
    public async Task<IReadOnlyList<EventOutcome>> AcceptAsync(
        MonthlyReport report,
        DateTime at,
        string by,
        CancellationToken cancellationToken
    )
    {
        // Saved together, at one instant, so that nobody ever sees both revisions accepted, or neither.
        Accepted?.Amend();
        report.Accept(at, by);

        Guid[] sentIds = [.. _sent.Select(r => r.Id)];
        var told = await _db
            .EventRevisions.Where(r => r.ReportId == report.Id)
            .ToDictionaryAsync(r => r.EventId, cancellationToken);
        Guid[] toldIds = [.. told.Keys];
        var events = await _db
            .Events.Include(e => e.Hosts)
            .Where(e => toldIds.Contains(e.Id) || sentIds.Contains(e.ReportId))
            .ToListAsync(cancellationToken);
        var lastSaid = await _db
            .EventOutcomes.Where(o => toldIds.Contains(o.EventId))
            .GroupBy(o => o.EventId)
            .Select(outcomes => new { EventId = outcomes.Key, At = outcomes.Max(o => o.RecordedAt) })
            .ToDictionaryAsync(said => said.EventId, said => said.At, cancellationToken);

        var since = await _db.CompletionsAsync(toldIds, cancellationToken);

        var left = new List<EventOutcome>();
        foreach (var @event in events)
        {
            if (!told.TryGetValue(@event.Id, out var revision))
            {
                if (@event.Status is EventStatus.Planned or EventStatus.Postponed && _month.Contains(@event.StartsOn))
                    left.Add(
                        @event.Cancel(
                            $"Left out of revision {report.Revision} of the report for {_month}.",
                            at,
                            report.SubmittedBy!
                        )
                    );
                continue;
            }

            // What the agency recorded about the event after it sent the report stays valid.
            var wasSaidLater = lastSaid.TryGetValue(@event.Id, out var said) && said > revision.RecordedAt;
            @event.Restate(report, revision.FactsSince(since), revision.CoHostIds, keepsOutcome: wasSaidLater);
            if (!wasSaidLater && @event.Status == EventStatus.Cancelled)
                @event.Reinstate();
        }

        _db.AddRange(left);
        return left;
    }

    private async Task<IEnumerable<EventRevision>> ToldAsync(CancellationToken cancellationToken)
    {
        if (Latest is not { } latest)
            return [];

        var acceptedId = Accepted?.Id ?? latest.Id;
        var told = await _db
            .EventRevisions.AsNoTracking()
            .Where(revision => revision.ReportId == latest.Id || revision.ReportId == acceptedId)
            .OrderBy(revision => revision.Position)
            .ToListAsync(cancellationToken);
        var since = await _db.CompletionsAsync([.. told.Select(revision => revision.EventId)], cancellationToken);
        return told.OrderBy(revision => revision.ReportId != latest.Id)
            .DistinctBy(revision => revision.EventId)
            .Select(revision => since is [] ? revision : revision.ToldSince(since));
    }

    private void Tell(MonthlyReport report, IReadOnlyList<MatchedEvent> events)
    {
        // An event shows what the accepted report says until NPR accepts another. An event that no accepted report
        // lists follows the new revision.
        var sentIds = _sent.Where(r => r != Accepted).Select(r => r.Id).ToHashSet();
        foreach (var (position, (planned, told, @event)) in events.Index())
        {
            var eventId = told?.EventId ?? planned.EventId;
            if (@event is null)
                eventId = _db.Add(new Event(report, planned.Facts, planned.CoHostIds, eventId)).Entity.Id;
            else if (sentIds.Contains(@event.ReportId))
                @event.Restate(report, planned.Facts, planned.CoHostIds);

            _db.Add(new EventRevision(eventId!.Value, report, position, planned.Facts, planned.CoHostIds));
        }
    }
}
