using System.Text.Json;

namespace Cwa.Model;

/// <summary>Submits a report that a file lists, as the first or the next revision of its month.</summary>
internal sealed class ReportImport(ImportSession session)
{
    private int _unwritten;

    public async Task SubmitAsync(PlannedReport planned, CancellationToken cancellationToken)
    {
        if (planned.IsBroken)
            return;

        if (ReportWarnings.OfMonth(planned.Agency, planned.Month) is { } odd)
            session.Errors.Warn(planned.FirstLine, "month", odd);
        var chain = await ReportChain.LoadAsync(session.Db, planned.Agency.Id, planned.Month, cancellationToken);
        var matches = await chain.MatchAsync(planned.Events, cancellationToken);
        if (chain.Latest?.Status != MonthlyReportStatus.Returned && IsTold(planned, matches, chain.Latest))
        {
            session.Unchanged += planned.Events.Count;
            return;
        }

        if (chain.Latest is { Status: MonthlyReportStatus.Submitted } waiting)
            Refuse(planned, "month", $"Revision {waiting.Revision} of the report of {planned.Month} still waits for NPR's decision.");
        if (chain.Accepted is not null && planned.Reason is null)
            Refuse(planned, "reason", $"NPR has accepted a report of {planned.Month}; an amendment gives its reason.");
        if (session.Errors.Any)
            return;

        var report = await chain.SubmitAsync(planned.Events, matches, session.Now, session.By, planned.Reason, cancellationToken);
        session.Audit("importEvents", nameof(MonthlyReport), report.Id, report.AgencyId, before: null, JsonSerializer.Serialize(
            new { month = report.Month.ToString(), revision = report.Revision, eventCount = report.EventCount, reason = report.Reason }));
        session.Announce(FeedKind.MonthlyReportSubmitted, report.AgencyId, report.Id);
        Count(planned, matches);
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

    private void Count(PlannedReport planned, EventRevision?[] matches)
    {
        foreach (var (row, match) in planned.Events.Zip(matches))
        {
            if (match is null)
                session.Inserted++;
            else if (row.IsToldBy(match))
                session.Unchanged++;
            else
                session.Updated++;
        }
    }
}
