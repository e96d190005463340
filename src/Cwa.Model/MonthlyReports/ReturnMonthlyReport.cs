using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Returns a submitted report to its agency with a reason (action 2). A returned amendment changes nothing that others
/// see.
/// </summary>
[By(Role.Reviewer)]
public sealed record ReturnMonthlyReport : Verb<MonthlyReport>
{
    /// <summary>The id of the submitted revision.</summary>
    public required Id<MonthlyReport> MonthlyReportId { get; init; }

    /// <summary>Why it is returned.</summary>
    [MaxLength(MonthlyReport.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<MonthlyReport?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.ReviewedAsync(MonthlyReportId, cancellationToken) is not { } report)
            return null;

        if (report.Status != MonthlyReportStatus.Submitted)
            work.Refuse(new ReportNotSubmitted(report), nameof(MonthlyReportId));
        if (!work.IsGood)
            return null;

        report.Return(work.Now, work.Actor, Reason);
        work.Announce(FeedKind.MonthlyReportReturned, report);
        return report;
    }
}
