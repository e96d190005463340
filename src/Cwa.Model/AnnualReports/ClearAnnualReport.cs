namespace Cwa.Model;

/// <summary>Clears a submitted annual report for publication (action 6).</summary>
[By(Role.Reviewer)]
public sealed record ClearAnnualReport : Verb<AnnualReport>
{
    /// <summary>The id of the submitted report.</summary>
    public required Id<AnnualReport> AnnualReportId { get; init; }

    /// <inheritdoc/>
    public override async Task<AnnualReport?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.ReviewedAsync(AnnualReportId, cancellationToken) is not { } report)
            return null;

        if (!AnnualReport.CanMove(report.Status, AnnualReportStatus.Cleared))
        {
            work.Refuse(new WrongAnnualReportStatus(report), nameof(AnnualReportId));
            return null;
        }

        report.Clear();
        work.Announce(FeedKind.AnnualReportCleared, report);
        return report;
    }
}
