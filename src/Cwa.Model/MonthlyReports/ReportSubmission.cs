using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Submits one month's report, alone or in a batch.</summary>
internal static class ReportSubmission
{
    public static async Task<MonthlyReport?> SubmitAsync(
        ReportedMonthInput input,
        Work work,
        Check check,
        CancellationToken cancellationToken,
        BaseRevision? basedOn = null
    )
    {
        if (input.Nil && input.Events is not [])
            check.Refuse(new NilReportListsEvents(), "nil");
        if (!input.Nil && input.Events is [])
            check.Refuse(new NoEventsListed(), "events");
        if (await work.AgencyAsync(input.AgencyId, cancellationToken, check) is not { } agency)
            return null;

        var events = await PlannedEvents.ReadAsync(
            input.Events,
            agency.Id,
            input.Month,
            work,
            check,
            cancellationToken
        );
        return await SubmitAsync(
            agency,
            input.Month,
            input.Reason,
            basedOn,
            work,
            check,
            events,
            input.Nil ? "nil" : "events",
            cancellationToken
        );
    }

    public static async Task<MonthlyReport?> SubmitDraftAsync(
        Agency agency,
        ReportMonth month,
        string? reason,
        BaseRevision? basedOn,
        Work work,
        CancellationToken cancellationToken
    )
    {
        var check = work.Check;
        var draft = await work.Db.MonthlyReports.SingleOrDefaultAsync(
            r => r.AgencyId == agency.Id && r.Month == month && r.Status == MonthlyReportStatus.Draft,
            cancellationToken
        );
        if (draft is null)
        {
            check.Refuse(new DraftNotFound() { IsSubmitted = true }, "month");
            return null;
        }

        if (draft.Nil != (draft.EventCount == 0))
            check.Refuse(new NoEventsListed(), "month");
        var lines = await work
            .Db.DraftEvents.AsNoTracking()
            .Where(d => d.ReportId == draft.Id)
            .OrderBy(d => d.Position)
            .ToListAsync(cancellationToken);
        return await SubmitAsync(
            agency,
            month,
            reason ?? draft.Reason,
            basedOn,
            work,
            check,
            [.. lines.Select(d => new PlannedEvent(d.Facts, d.CoHostIds, d.EventId, IsDrafted: true))],
            "month",
            cancellationToken
        );
    }

    private static async Task<MonthlyReport?> SubmitAsync(
        Agency agency,
        ReportMonth month,
        string? reason,
        BaseRevision? basedOn,
        Work work,
        Check check,
        IReadOnlyList<PlannedEvent> events,
        string list,
        CancellationToken cancellationToken
    )
    {
        var areRead = check.IsGood;
        var chain = await ReportChain.LoadAsync(work.Db, agency.Id, month, cancellationToken);
        chain.CheckNext(reason, check, basedOn);
        if (ReportWarnings.OfMonth(agency, month) is { } odd)
            check.Warn(odd, "month");
        if (await LateReports.WarningAsync(chain, agency, month, work.Today, work.Db, cancellationToken) is { } late)
            check.Warn(late, "month");
        if (!areRead)
            return null;

        var matched = await chain.MatchAsync(
            events,
            work,
            check,
            held => check.Refuse(new HeldEventsLeftOut(held), list),
            cancellationToken
        );
        if (!check.IsGood)
            return null;

        var report = await chain.SubmitAsync(matched, work.Now, work.Actor, reason, cancellationToken);
        work.Announce(FeedKind.MonthlyReportSubmitted, report);
        return report;
    }
}
