using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Sends an annual report that is not published yet back to its agency, with a reason. The agency changes it and
/// submits it again.
/// </summary>
[By(Role.Reviewer)]
public sealed record ReturnAnnualReport : Verb<AnnualReport>
{
    /// <summary>The id of the report, submitted or cleared.</summary>
    public required Id<AnnualReport> AnnualReportId { get; init; }

    /// <summary>Why it is returned.</summary>
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
