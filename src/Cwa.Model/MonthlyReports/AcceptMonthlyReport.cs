namespace Cwa.Model;

/// <summary>
/// Accepts a submitted report (action 2). Its events that are open to the public are published. A revision that was
/// accepted before becomes AMENDED, and events that only earlier revisions list are cancelled.
/// </summary>
[By(Role.Reviewer)]
public sealed record AcceptMonthlyReport : Verb<MonthlyReport>
{
    /// <summary>The id of the submitted revision.</summary>
    public required Id<MonthlyReport> MonthlyReportId { get; init; }

    /// <inheritdoc/>
    public override async Task<MonthlyReport?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.ReviewedAsync(MonthlyReportId, cancellationToken) is not { } report)
            return null;

        if (report.Status != MonthlyReportStatus.Submitted)
        {
            work.Refuse(new ReportNotSubmitted(report), nameof(MonthlyReportId));
            return null;
        }

        var chain = await ReportChain.LoadAsync(work.Db, report.AgencyId, report.Month, cancellationToken);
        if (chain.Accepted is { } amended)
            work.Audit(amended, amended.AgencyId);
        var leftOut = await chain.AcceptAsync(report, work.Now, work.Actor, cancellationToken);
        work.Announce(FeedKind.MonthlyReportAccepted, report);
        foreach (var outcome in leftOut)
            work.Announce(FeedKind.EventCancelled, outcome.Event);
        return report;
    }
}
