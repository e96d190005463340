using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Publishes a cleared annual report (action 6), so that everyone may read it. The revision that was published before
/// becomes SUPERSEDED, and the public no longer sees it.
/// </summary>
[By(Role.Reviewer)]
public sealed record PublishAnnualReport : Verb<AnnualReport>
{
    /// <summary>The id of the cleared report.</summary>
    public required Id<AnnualReport> AnnualReportId { get; init; }

    /// <summary>The day of publication, not in the future; today if it is left out.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <inheritdoc/>
    public override async Task<AnnualReport?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        var publishedOn = PublishedOn ?? work.Today;
        work.Check.HasCome(publishedOn, work.Today, nameof(PublishedOn));
        if (await work.ReviewedAsync(AnnualReportId, cancellationToken) is not { } report)
            return null;

        if (!AnnualReport.CanMove(report.Status, AnnualReportStatus.Published))
            work.Refuse(new WrongAnnualReportStatus(report), nameof(AnnualReportId));
        if (!work.IsGood)
            return null;

        if (new ReportedYear(report.Year, report.YearBasis) is var year && publishedOn <= year.LastDay)
            work.Warn($"The {year} was not over on this day.", nameof(PublishedOn));
        await SupersedeAsync(report, publishedOn, work, cancellationToken);
        report.Publish(publishedOn);
        work.Announce(FeedKind.AnnualReportPublished, report);
        return report;
    }

    private static async Task SupersedeAsync(
        AnnualReport report,
        DateOnly publishedOn,
        Work work,
        CancellationToken cancellationToken
    )
    {
        var before = await work.Db.AnnualReports.SingleOrDefaultAsync(
            r =>
                r.AgencyId == report.AgencyId
                && r.Year == report.Year
                && r.YearBasis == report.YearBasis
                && r.Status == AnnualReportStatus.Published,
            cancellationToken
        );
        if (before is null)
            return;

        if (publishedOn < before.PublishedOn)
            work.Warn($"The report before it was published later, on {before.PublishedOn:yyyy-MM-dd}.", "publishedOn");
        before.Supersede();
        work.Audit(before, before.AgencyId);
    }
}
