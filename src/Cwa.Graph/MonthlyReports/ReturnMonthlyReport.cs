using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Which report NPR returns, and why.</summary>
public sealed record ReturnMonthlyReportInput : MutationInput
{
    /// <summary>The id of the submitted revision.</summary>
    [Id]
    public required string MonthlyReportId { get; init; }

    /// <summary>Why it is returned, 1–1000 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>The returned report, or why that was refused.</summary>
public sealed record ReturnMonthlyReportPayload : Payload
{
    /// <summary>The report; null when it was refused or only checked.</summary>
    public MonthlyReport? MonthlyReport { get; init; }
}

/// <summary>NPR sends a report back.</summary>
public sealed class ReturnMonthlyReport
{
    /// <summary>
    /// Sends a submitted report back to its agency with a reason. A returned amendment changes nothing that others see.
    /// </summary>
    /// <param name="input">Which report, and why.</param>
    [Role(Roles.Review)]
    public static Task<ReturnMonthlyReportPayload> ReturnMonthlyReportAsync(
        ReturnMonthlyReportInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            report => new ReturnMonthlyReportPayload { MonthlyReport = report },
            session => ReturnAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<MonthlyReport?> ReturnAsync(
        ReturnMonthlyReportInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        session.Input.Text(input.Reason, 1000, "reason");
        if (
            await session.ReviewedAsync<MonthlyReport>(input.MonthlyReportId, "monthlyReportId", cancellationToken)
            is not { } report
        )
            return null;

        if (report.Status != MonthlyReportStatus.Submitted)
            session.Input.Refuse(new ReportNotSubmitted(report, session.Input.Path("monthlyReportId")));
        if (!session.Input.IsGood)
            return null;

        report.Return(session.Now, session.Actor, input.Reason);
        session.Announce(FeedKind.MonthlyReportReturned, report);
        return report;
    }
}
