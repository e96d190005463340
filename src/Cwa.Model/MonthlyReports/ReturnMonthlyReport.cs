using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Returns a submitted report to its agency with a reason (action 2). A returned amendment changes nothing that others
/// see. The agency has a draft of the next revision at once: what it returned, unless it was writing one already.
/// </summary>
[By(Role.Reviewer)]
public sealed record ReturnMonthlyReport : Verb<MonthlyReport>
{
    /// <summary>The id of the submitted revision.</summary>
    public required Id<MonthlyReport> MonthlyReportId { get; init; }

    /// <summary>Why it is returned.</summary>
    [MaxLength(MonthlyReport.LongestReason)]
    public required string Reason { get; init; }

    /// <summary>What is to be corrected about single events, at most one remark for each.</summary>
    [MaxLength(MonthlyReport.MaxEvents)]
    public IReadOnlyList<EventRemarkInput> Remarks { get; init; } = [];

    /// <inheritdoc/>
    public override async Task<MonthlyReport?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.ReviewedAsync(MonthlyReportId, cancellationToken) is not { } report)
            return null;

        if (report.Status != MonthlyReportStatus.Submitted)
            work.Refuse(new ReportNotSubmitted(report), nameof(MonthlyReportId));
        var remarks = await EventRemarks.ReadAsync(Remarks, report, work, cancellationToken);
        if (!work.IsGood)
            return null;

        report.Return(work.Now, work.Actor, Reason);
        work.Db.AddRange(remarks.Select(said => new EventRemark(report, said.EventId, said.Position, said.Remark)));
        await NextDraft.BeginAsync(report, work, cancellationToken);
        work.Announce(FeedKind.MonthlyReportReturned, report);
        return report;
    }
}
