using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Takes back a submitted report on which NPR has not decided (action 2). The revision keeps its number and reads
/// RECALLED, and does not count as sent: whether the month is reported in time depends on the next submission. The
/// agency has a draft of the next revision at once: what it took back, unless it was writing one already.
/// </summary>
[By(Role.Agency)]
public sealed record RecallMonthlyReport : Verb<MonthlyReport>
{
    /// <summary>The id of the submitted revision.</summary>
    public required Id<MonthlyReport> MonthlyReportId { get; init; }

    /// <summary>Why it is taken back.</summary>
    [MaxLength(MonthlyReport.LongestReason)]
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<MonthlyReport?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(MonthlyReportId, cancellationToken) is not { } report)
            return null;

        if (report.Status != MonthlyReportStatus.Submitted)
            work.Refuse(new ReportNotSubmitted(report), nameof(MonthlyReportId));
        if (!work.IsGood)
            return null;

        report.Recall(work.Now, work.Actor, Reason);
        await NextDraft.BeginAsync(report, work, cancellationToken);
        work.Announce(FeedKind.MonthlyReportRecalled, report);
        return report;
    }
}
