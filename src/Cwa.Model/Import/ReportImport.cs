using System.Text.Json;

namespace Cwa.Model;

/// <summary>
/// Submits a report that a file lists as the next revision of its month, unless it says what stands already.
/// </summary>
internal sealed class ReportImport(ImportSession session)
{
    private const string PlansAgain =
        "A report that is sent anew plans its events again. Leave POSTPONED out, and give the day that is planned now.";

    private int _unwritten;

    public async Task SubmitAsync(PlannedReport planned, CancellationToken cancellationToken)
    {
        if (planned.IsBroken)
        {
            CheckDays(planned);
            return;
        }

        if (ReportWarnings.OfMonth(planned.Agency, planned.Month) is { } odd)
            session.Errors.Warn(planned.FirstLine, "month", odd);
        var chain = await ReportChain.LoadAsync(session.Db, planned.Agency.Id, planned.Month, cancellationToken);
        var rows = await StandingRows.MatchAsync(planned.Rows, chain, cancellationToken);
        foreach (var row in rows.All)
        {
            foreach (var (column, reason) in row.Row.Said.Contradictions(row.Standing ?? row.Matched.Stored))
                session.Errors.Add(row.Row.Line, column, reason);
        }

        // A report that NPR has returned is sent again as it was only where a reason says that this is meant.
        if (rows.SayWhatStands && (chain.Latest?.Status != MonthlyReportStatus.Returned || planned.Reason is null))
            session.Unchanged += planned.Rows.Count;
        else
            await SubmitAsync(planned, chain, rows, cancellationToken);

        _unwritten += planned.Rows.Count;
        if (_unwritten >= ImportSession.BatchSize)
        {
            await session.FlushAsync(cancellationToken);
            _unwritten = 0;
        }
    }

    // As in the mutation: days are judged even where something else cannot be read.
    private void CheckDays(PlannedReport planned)
    {
        foreach (var row in planned.Rows.Where(row => row.Said.Status is null))
            CheckDay(row, planned.Month);
    }

    private void CheckDay(PlannedRow row, ReportMonth month)
    {
        if (!month.Contains(row.Event.Facts.StartsOn))
            session.Errors.Add(row.Line, "starts_on", EventRow.OutsideMonth(row.Event.Facts.StartsOn, month));
    }

    private async Task SubmitAsync(
        PlannedReport planned,
        ReportChain chain,
        StandingRows rows,
        CancellationToken cancellationToken
    )
    {
        var listed = rows.Listed(planned.Month);
        await CheckAsync(planned, chain, listed, cancellationToken);
        if (session.Errors.Any)
            return;

        IReadOnlyList<MatchedEvent> events = [.. listed.Select(row => row.Matched)];
        var report = await chain.SubmitAsync(events, session.Now, session.By, planned.Reason, cancellationToken);
        session.Audit(
            "importEvents",
            nameof(MonthlyReport),
            report.Id,
            report.AgencyId,
            before: null,
            JsonSerializer.Serialize(
                new
                {
                    month = report.Month.ToString(),
                    revision = report.Revision,
                    eventCount = report.EventCount,
                    reason = report.Reason,
                }
            )
        );
        session.Announce(FeedKind.MonthlyReportSubmitted, report.AgencyId, report.Id);
        session.Unchanged += planned.Rows.Count - events.Count;
        foreach (var @event in events)
            Count(@event);
    }

    private async Task CheckAsync(
        PlannedReport planned,
        ReportChain chain,
        IReadOnlyList<StandingRow> listed,
        CancellationToken cancellationToken
    )
    {
        var month = planned.Month;
        if (chain.Latest is { Status: MonthlyReportStatus.Submitted } waiting)
            Refuse("month", $"Revision {waiting.Revision} of the report of {month} still waits for NPR's decision.");
        if (chain.Accepted is not null && planned.Reason is null)
            Refuse("reason", $"NPR has accepted a report of {month}; an amendment gives its reason.");
        if (listed is [])
            Refuse(
                "",
                $"These rows leave no event of {month}. To report that there are none, use submitMonthlyReport."
            );
        foreach (var row in listed.Select(row => row.Row))
        {
            CheckDay(row, month);
            if (row.Said.Status == EventStatus.Postponed)
                session.Errors.Add(row.Line, "status", PlansAgain);
        }

        // As in the mutation: what cannot be of the month at all is not asked what became of it.
        if (!listed.All(row => month.Contains(row.Row.Event.Facts.StartsOn)))
            return;

        IReadOnlyList<MatchedEvent> events = [.. listed.Select(row => row.Matched)];
        foreach (var problem in await chain.ProblemsAsync(events, session.Today, cancellationToken))
            session.Errors.Add(listed[problem.Index].Row.Line, ColumnOf(problem.Kind), problem.Reason);
        foreach (var row in listed)
        {
            if (ReportWarnings.OfEvent(row.Matched) is { } odd)
                session.Errors.Warn(row.Row.Line, "title", odd);
        }

        void Refuse(string column, string reason) => session.Errors.Add(planned.FirstLine, column, reason);
    }

    private static string ColumnOf(EventProblemKind kind) =>
        kind switch
        {
            EventProblemKind.NotFound or EventProblemKind.ListedTwice => "id",
            EventProblemKind.HeldInFuture => "starts_on",
            EventProblemKind.AchievementRecorded => "format",
            _ => "title",
        };

    private void Count(MatchedEvent @event)
    {
        if (@event.Stored is null)
            session.Inserted++;
        else if (@event.Told is { } told && @event.Planned.IsToldBy(told))
            session.Unchanged++;
        else
            session.Updated++;
    }
}
