using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Which report is published, and when.</summary>
public sealed record PublishAnnualReportInput : MutationInput
{
    /// <summary>The id of the cleared report.</summary>
    [Id]
    public required string AnnualReportId { get; init; }

    /// <summary>The day from which the public could read it, today at the latest; today when it is left out.</summary>
    public DateOnly? PublishedOn { get; init; }
}

/// <summary>The published report, or why that was refused.</summary>
public sealed record PublishAnnualReportPayload : Payload
{
    /// <summary>The report; null when it was refused or only checked.</summary>
    public AnnualReport? AnnualReport { get; init; }
}

/// <summary>Action 6: customers read what became of the promises made to them.</summary>
public sealed class PublishAnnualReport
{
    /// <summary>
    /// Publishes a cleared annual report (action 6): from now on everyone may read it. The one of the same agency and
    /// year that was published before reads SUPERSEDED, and the public no longer sees it.
    /// </summary>
    /// <param name="input">Which report, and when.</param>
    [Role(Roles.Review)]
    public static Task<PublishAnnualReportPayload> PublishAnnualReportAsync(
        PublishAnnualReportInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            report => new PublishAnnualReportPayload { AnnualReport = report },
            session => PublishAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<AnnualReport?> PublishAsync(
        PublishAnnualReportInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        var publishedOn = input.PublishedOn ?? session.Today;
        check.HasCome(publishedOn, session.Today, "publishedOn");
        if (
            await session.ReviewedAsync<AnnualReport>(input.AnnualReportId, "annualReportId", cancellationToken)
            is not { } report
        )
            return null;

        if (!AnnualReport.CanMove(report.Status, AnnualReportStatus.Published))
            check.Refuse(new WrongAnnualReportStatus(report, check.Path("annualReportId")));
        if (!check.IsGood)
            return null;

        if (new ReportedYear(report.Year, report.YearBasis) is var year && publishedOn <= year.LastDay)
            check.Warn($"The {year} was not over on this day.", "publishedOn");
        await SupersedeAsync(report, publishedOn, session, cancellationToken);
        report.Publish(publishedOn);
        session.Announce(FeedKind.AnnualReportPublished, report);
        return report;
    }

    private static async Task SupersedeAsync(
        AnnualReport report,
        DateOnly publishedOn,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var before = await session.Db.AnnualReports.SingleOrDefaultAsync(
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
            session.Input.Warn(
                $"The report that it replaces was published on {before.PublishedOn:yyyy-MM-dd}.",
                "publishedOn"
            );
        before.Supersede();
        session.Audit(before, before.AgencyId);
    }
}
