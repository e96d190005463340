using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Which report NPR returns, and why.</summary>
public sealed record ReturnAnnualReportInput : MutationInput
{
    /// <summary>The id of the report, submitted or cleared.</summary>
    [Id]
    public required string AnnualReportId { get; init; }

    /// <summary>Why it is returned, 1–1000 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>The returned report, or why that was refused.</summary>
public sealed record ReturnAnnualReportPayload : Payload
{
    /// <summary>The report; null when it was refused or only checked.</summary>
    public AnnualReport? AnnualReport { get; init; }
}

/// <summary>NPR sends an annual report back.</summary>
public sealed class ReturnAnnualReport
{
    /// <summary>
    /// Sends an annual report that is not published yet back to its agency, with a reason. The agency changes it and
    /// submits it again.
    /// </summary>
    /// <param name="input">Which report, and why.</param>
    [Role(Roles.Review)]
    public static Task<ReturnAnnualReportPayload> ReturnAnnualReportAsync(
        ReturnAnnualReportInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            report => new ReturnAnnualReportPayload { AnnualReport = report },
            session => ReturnAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<AnnualReport?> ReturnAsync(
        ReturnAnnualReportInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        session.Input.Text(input.Reason, 1000, "reason");
        if (
            await session.ReviewedAsync<AnnualReport>(input.AnnualReportId, "annualReportId", cancellationToken)
            is not { } report
        )
            return null;

        if (!AnnualReport.CanMove(report.Status, AnnualReportStatus.Returned))
            session.Input.Refuse(new WrongAnnualReportStatus(report, session.Input.Path("annualReportId")));
        if (!session.Input.IsGood)
            return null;

        report.Return(input.Reason);
        session.Announce(FeedKind.AnnualReportReturned, report);
        return report;
    }
}
