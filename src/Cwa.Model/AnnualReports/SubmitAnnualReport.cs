using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Submits a year's report to NPR, which clears and publishes it (action 6). The report should cite at least one plan:
/// see `citePlan`.
/// </summary>
[By(Role.Agency)]
public sealed record SubmitAnnualReport : Verb<AnnualReport>
{
    /// <summary>The id of the draft or returned report.</summary>
    public required Id<AnnualReport> AnnualReportId { get; init; }

    /// <inheritdoc/>
    public override async Task<AnnualReport?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(AnnualReportId, cancellationToken) is not { } report)
            return null;

        await work.Db.Entry(report).Collection(r => r.Statements).LoadAsync(cancellationToken);
        if (!AnnualReport.CanMove(report.Status, AnnualReportStatus.Submitted))
            work.Refuse(new WrongAnnualReportStatus(report), nameof(AnnualReportId));
        else if (report.Statements is [])
            work.Refuse(new NoStatements(), nameof(AnnualReportId));
        if (!work.IsGood)
            return null;

        if (!await work.Db.PlanCitations.AnyAsync(c => c.AnnualReportId == report.Id, cancellationToken))
            work.Warn(
                "The report cites no plan required by law, so this duty (CWA-5.2) stays open. Cite at least one.",
                nameof(AnnualReportId)
            );
        Guid[] standardIds = [.. report.Statements.Select(s => s.StandardId).Distinct()];
        var standards = await work
            .Db.ServiceStandards.AsNoTracking()
            .Where(s => standardIds.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, cancellationToken);
        AnnualReportAdvice.Give(report, standards, work, _ => ["annualReportId"]);
        report.Submit();
        work.Announce(FeedKind.AnnualReportSubmitted, report);
        return report;
    }
}
