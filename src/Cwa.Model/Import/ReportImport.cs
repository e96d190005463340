using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Submits a report that a file lists, as the first or the next revision of its month.</summary>
internal sealed class ReportImport(ImportSession session)
{
    private int _unwritten;

    public async Task SubmitAsync(PlannedReport planned, CancellationToken cancellationToken)
    {
        if (planned.IsBroken)
            return;

        var revisions = await session.Db.MonthlyReports.AsNoTracking()
            .Where(r => r.AgencyId == planned.Agency.Id && r.Month == planned.Month && r.Status != MonthlyReportStatus.Draft)
            .OrderByDescending(r => r.Revision)
            .ToListAsync(cancellationToken);
        var latest = revisions.FirstOrDefault();
        var accepted = revisions.Find(r => r.Status == MonthlyReportStatus.Accepted);
        var told = await ToldAsync(latest, accepted, cancellationToken);
        var matches = EventMatch.Match(planned.Events, told);
        if (latest?.Status != MonthlyReportStatus.Returned && IsTold(planned, matches, latest))
        {
            session.Unchanged += planned.Events.Count;
            return;
        }

        if (latest?.Status == MonthlyReportStatus.Submitted)
            Refuse(planned, "month", $"Revision {latest.Revision} of the report of {planned.Month} still waits for NPR's decision.");
        if (accepted is not null && planned.Reason is null)
            Refuse(planned, "reason", $"NPR has accepted a report of {planned.Month}; an amendment gives its reason.");
        if (session.Errors.Any)
            return;

        var report = Submit(planned, latest);
        await TellAsync(planned, report, matches, accepted, [.. revisions.Select(revision => revision.Id)], cancellationToken);
        _unwritten += planned.Events.Count;
        if (_unwritten >= ImportSession.BatchSize)
        {
            await session.FlushAsync(cancellationToken);
            _unwritten = 0;
        }
    }

    private void Refuse(PlannedReport planned, string column, string reason) => session.Errors.Add(planned.FirstLine, column, reason);

    private static bool IsTold(PlannedReport planned, EventRevision?[] matches, MonthlyReport? latest) =>
        latest is not null && latest.EventCount == planned.Events.Count
        && planned.Events.Zip(matches).All(pair => pair.Second?.ReportId == latest.Id && pair.First.IsToldBy(pair.Second));

    /// <summary>What the newest revision says of its events, and what the accepted one says of those it alone has.</summary>
    private async Task<List<EventRevision>> ToldAsync(MonthlyReport? latest, MonthlyReport? accepted, CancellationToken cancellationToken)
    {
        if (latest is null)
            return [];

        var acceptedId = accepted?.Id ?? latest.Id;
        var told = await session.Db.EventRevisions.AsNoTracking()
            .Where(revision => revision.ReportId == latest.Id || revision.ReportId == acceptedId)
            .OrderBy(revision => revision.Position)
            .ToListAsync(cancellationToken);
        return [.. told.OrderBy(revision => revision.ReportId != latest.Id).DistinctBy(revision => revision.EventId)];
    }

    private MonthlyReport Submit(PlannedReport planned, MonthlyReport? latest)
    {
        var report = new MonthlyReport(planned.Agency.Id, planned.Month);
        report.Write(planned.Events.Count, nil: false);
        report.Submit((latest?.Revision ?? 0) + 1, session.Now, session.By, planned.Reason);
        session.Db.Add(report);
        session.Audit("importEvents", nameof(MonthlyReport), report.Id, report.AgencyId, before: null, JsonSerializer.Serialize(
            new { month = report.Month.ToString(), revision = report.Revision, eventCount = report.EventCount, reason = report.Reason }));
        session.Announce(FeedKind.MonthlyReportSubmitted, report.AgencyId, report.Id);
        return report;
    }

    private async Task TellAsync(
        PlannedReport planned, MonthlyReport report, EventRevision?[] matches, MonthlyReport? accepted, Guid[] revisionIds,
        CancellationToken cancellationToken)
    {
        // An event reads as the accepted report tells it until NPR accepts another; one that no accepted report tells follows the new one.
        Guid[] known = [.. matches.OfType<EventRevision>().Select(match => match.EventId)];
        var acceptedId = accepted?.Id;
        var following = known is [] ? [] : await session.Db.Events.Include(e => e.Hosts)
            .Where(e => known.Contains(e.Id) && revisionIds.Contains(e.ReportId) && e.ReportId != acceptedId)
            .ToDictionaryAsync(e => e.Id, cancellationToken);

        foreach (var (position, (facts, coHostIds)) in planned.Events.Index())
        {
            Guid eventId;
            if (matches[position] is not { } match)
            {
                var @event = new Event(report, facts, coHostIds);
                eventId = session.Db.Add(@event).Entity.Id;
                session.Inserted++;
            }
            else
            {
                eventId = match.EventId;
                if (following.TryGetValue(eventId, out var @event))
                    @event.Restate(report, facts, coHostIds);
                if (planned.Events[position].IsToldBy(match))
                    session.Unchanged++;
                else
                    session.Updated++;
            }

            session.Db.Add(new EventRevision(eventId, report, position, facts, coHostIds));
        }
    }
}
