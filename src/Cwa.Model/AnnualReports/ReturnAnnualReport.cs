using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Returns a submitted or cleared annual report to its agency, with a reason. The agency changes it and submits it
/// again.
/// </summary>
[By(Role.Reviewer)]
public sealed record ReturnAnnualReport : Verb<AnnualReport>
{
    /// <summary>The id of the submitted or cleared report.</summary>
    public required Id<AnnualReport> AnnualReportId { get; init; }

    /// <summary>Why the report is returned: what the agency is to change.</summary>
    [MaxLength(AnnualReport.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<AnnualReport?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.ReviewedAsync(AnnualReportId, cancellationToken) is not { } report)
            return null;

        if (!AnnualReport.CanMove(report.Status, AnnualReportStatus.Returned))
            work.Refuse(new WrongAnnualReportStatus(report), nameof(AnnualReportId));
        if (!work.IsGood)
            return null;

        report.Return(Reason);
        work.Announce(FeedKind.AnnualReportReturned, report);
        return report;
    }
}
