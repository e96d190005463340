using System.Text.Json;

namespace Cwa.Model;

/// <summary>Submits a report from a file as the next revision of its month, unless it changes nothing.</summary>
internal sealed class ReportImport(ImportSession session)
{
    private const string PlansAgain =
        "A new revision plans its events again. Leave POSTPONED out, and give the day that is planned now.";

    private int _unwritten;

    public async Task SubmitAsync(PlannedReport planned, CancellationToken cancellationToken)
    {
        if (planned.IsBroken)
        {
            CheckDays(planned);
            return;
        }

        if (ReportWarnings.OfMonth(planned.Agency, planned.Month) is { } odd)
            session.Errors.Warn(new(planned.FirstLine, "month", odd));
        var chain = await ReportChain.LoadAsync(session.Db, planned.Agency.Id, planned.Month, cancellationToken);
        var rows = await ComparedRows.MatchAsync(planned.Rows, chain, cancellationToken);
        foreach (var row in rows.All)
        {
            foreach (var (column, reason) in row.Row.Said.Contradictions(row.Same ?? row.Matched.Stored))
                session.Errors.Add(row.Row.Line, column, reason);
        }

        // A report that NPR has returned, or the agency recalled, is sent again unchanged only if a reason shows that
        // this is meant.
        var isBack = chain.Latest?.Status is MonthlyReportStatus.Returned or MonthlyReportStatus.Recalled;
        if (rows.ChangeNothing && (!isBack || planned.Reason is null))
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

    // As in the mutation, days are checked even if something else is wrong.
    private void CheckDays(PlannedReport planned)
    {
        foreach (var row in planned.Rows.Where(row => row.Said.Status is null))
            CheckDay(row, planned.Month);
    }

    private void CheckDay(PlannedRow row, ReportMonth month) =>
        EventRules.CheckMonth(row.Event.Facts.StartsOn, month, session.Errors.CheckOf(row.Line, EventRow.ColumnOf));

    private async Task SubmitAsync(
        PlannedReport planned,
        ReportChain chain,
        ComparedRows rows,
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
        IReadOnlyList<ComparedRow> listed,
        CancellationToken cancellationToken
    )
    {
        var month = planned.Month;
        if (
            await LateReports.WarningAsync(
                chain,
                planned.Agency,
                month,
                session.Today,
                session.Db,
                cancellationToken
            ) is
            { } late
        )
            session.Errors.Warn(new(planned.FirstLine, "month", late));
        chain.CheckNext(planned.Reason, session.Errors.CheckOf(planned.FirstLine, EventRow.ColumnOf));
        if (listed is [])
            session.Errors.Add(
                planned.FirstLine,
                "",
                $"These rows leave no events for {month}. To report that there are none, use submitMonthlyReport."
            );
        foreach (var row in listed.Select(row => row.Row))
        {
            CheckDay(row, month);
            if (row.Said.Status == EventStatus.Postponed)
                session.Errors.Add(row.Line, "status", PlansAgain);
        }

        // As in the mutation, a report with an event outside its month is not checked further.
        if (!listed.All(row => month.Contains(row.Row.Event.Facts.StartsOn)))
            return;

        IReadOnlyList<MatchedEvent> events = [.. listed.Select(row => row.Matched)];
        chain.Check(events, session.Today, i => session.Errors.CheckOf(listed[i].Row.Line, EventRow.ColumnOf));
        foreach (var row in listed)
        {
            if (ReportWarnings.OfEvent(row.Matched) is { } odd)
                session.Errors.Warn(new(row.Row.Line, "title", odd));
        }

        var effect = await chain.EffectAsync(events, cancellationToken);
        if (effect.HeldLeftOut is { Count: > 0 } held)
            session.Errors.Add(planned.FirstLine, "", new HeldEventsLeftOut(held).Message);
        foreach (var @event in effect.Cancelled)
            session.Errors.Warn(new(planned.FirstLine, "", ReportWarnings.LeavesOut(@event)));
        foreach (var row in listed)
        {
            if (effect.Like(row.Matched) is { } like)
                session.Errors.Warn(new(row.Row.Line, "id", ReportWarnings.LooksLike(like)));
        }
    }

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
