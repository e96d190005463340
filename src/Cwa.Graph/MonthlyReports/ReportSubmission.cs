using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Sends one month's report, alone or as one of a batch.</summary>
internal static class ReportSubmission
{
    public static async Task<MonthlyReport?> SubmitAsync(
        ReportedMonthInput input,
        WriteSession session,
        InputCheck check,
        CancellationToken cancellationToken
    )
    {
        check.Text(input.Reason, 1000, "reason");
        if (input.Nil && input.Events is not [])
            check.Refuse(new NilReportListsEvents(check.Path("nil")));
        if (!input.Nil && input.Events is [])
            check.Refuse(new NoEventsListed(check.Path("events")));
        if (await session.AgencyAsync(input.AgencyId, check, cancellationToken) is not { } agency)
            return null;

        var events = await PlannedEvents.ReadAsync(
            input.Events,
            agency.Id,
            input.Month,
            session,
            check,
            cancellationToken
        );
        return await SubmitAsync(agency, input.Month, input.Reason, session, check, events, cancellationToken);
    }

    public static async Task<MonthlyReport?> SubmitDraftAsync(
        Agency agency,
        ReportMonth month,
        string? reason,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        var draft = await session.Db.MonthlyReports.SingleOrDefaultAsync(
            r => r.AgencyId == agency.Id && r.Month == month && r.Status == MonthlyReportStatus.Draft,
            cancellationToken
        );
        if (draft is null)
        {
            check.Refuse(new DraftNotFound(check.Path("month")) { IsSubmitted = true });
            return null;
        }

        if (draft.Nil != (draft.EventCount == 0))
            check.Refuse(new NoEventsListed(check.Path("month")));
        var lines = await session
            .Db.DraftEvents.AsNoTracking()
            .Where(d => d.ReportId == draft.Id)
            .OrderBy(d => d.Position)
            .ToListAsync(cancellationToken);
        return await SubmitAsync(
            agency,
            month,
            reason,
            session,
            check,
            [.. lines.Select(d => new PlannedEvent(d.Facts, d.CoHostIds, d.EventId, IsDrafted: true))],
            cancellationToken
        );
    }

    private static async Task<MonthlyReport?> SubmitAsync(
        Agency agency,
        ReportMonth month,
        string? reason,
        WriteSession session,
        InputCheck check,
        IReadOnlyList<PlannedEvent> events,
        CancellationToken cancellationToken
    )
    {
        var areRead = check.IsGood;
        var chain = await ReportChain.LoadAsync(session.Db, agency.Id, month, cancellationToken);
        if (chain.Latest is { Status: MonthlyReportStatus.Submitted } waiting)
            check.Refuse(new MonthAlreadyReported(waiting, check.Path("month")));
        else if (chain.Accepted is { } accepted && reason is null)
            check.Refuse(new MonthAlreadyReported(accepted, check.Path("reason")));
        if (ReportWarnings.OfMonth(agency, month) is { } odd)
            check.Warn(odd, "month");
        if (!areRead)
            return null;

        var matched = await chain.MatchAsync(events, session, check, cancellationToken);
        if (!check.IsGood)
            return null;

        var report = await chain.SubmitAsync(matched, session.Now, session.Actor, reason, cancellationToken);
        session.Announce(FeedKind.MonthlyReportSubmitted, report);
        return report;
    }
}
