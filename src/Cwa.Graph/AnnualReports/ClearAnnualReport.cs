using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Which report NPR clears.</summary>
public sealed record ClearAnnualReportInput : MutationInput
{
    /// <summary>The id of the submitted report.</summary>
    [Id]
    public required string AnnualReportId { get; init; }
}

/// <summary>The cleared report, or why that was refused.</summary>
public sealed record ClearAnnualReportPayload : Payload
{
    /// <summary>The report; null when it was refused or only checked.</summary>
    public AnnualReport? AnnualReport { get; init; }
}

/// <summary>NPR finds an annual report fit for customers.</summary>
public sealed class ClearAnnualReport
{
    /// <summary>Clears a submitted annual report for publication.</summary>
    /// <param name="input">Which report.</param>
    [Role(Roles.Review)]
    public static Task<ClearAnnualReportPayload> ClearAnnualReportAsync(
        ClearAnnualReportInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            report => new ClearAnnualReportPayload { AnnualReport = report },
            session => ClearAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<AnnualReport?> ClearAsync(
        ClearAnnualReportInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (
            await session.ReviewedAsync<AnnualReport>(input.AnnualReportId, "annualReportId", cancellationToken)
            is not { } report
        )
            return null;

        if (!AnnualReport.CanMove(report.Status, AnnualReportStatus.Cleared))
        {
            session.Input.Refuse(new WrongAnnualReportStatus(report, session.Input.Path("annualReportId")));
            return null;
        }

        report.Clear();
        session.Announce(FeedKind.AnnualReportCleared, report);
        return report;
    }
}
