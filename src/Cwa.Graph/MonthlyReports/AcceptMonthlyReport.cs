using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Which report NPR accepts.</summary>
public sealed record AcceptMonthlyReportInput : MutationInput
{
    /// <summary>The id of the submitted revision.</summary>
    [Id]
    public required string MonthlyReportId { get; init; }
}

/// <summary>The accepted report, or why that was refused.</summary>
public sealed record AcceptMonthlyReportPayload : Payload
{
    /// <summary>The report; null when it was refused or only checked.</summary>
    public MonthlyReport? MonthlyReport { get; init; }
}

/// <summary>NPR takes a report over.</summary>
public sealed class AcceptMonthlyReport
{
    /// <summary>
    /// Accepts a submitted report. Its events that are open to the public are published, a revision accepted before
    /// reads AMENDED, and events that only earlier revisions list are cancelled.
    /// </summary>
    /// <param name="input">Which report.</param>
    [Role(Roles.Review)]
    public static Task<AcceptMonthlyReportPayload> AcceptMonthlyReportAsync(
        AcceptMonthlyReportInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            report => new AcceptMonthlyReportPayload { MonthlyReport = report },
            session => AcceptAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<MonthlyReport?> AcceptAsync(
        AcceptMonthlyReportInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (
            await session.ReviewedAsync<MonthlyReport>(input.MonthlyReportId, "monthlyReportId", cancellationToken)
            is not { } report
        )
            return null;

        if (report.Status != MonthlyReportStatus.Submitted)
        {
            session.Input.Refuse(new ReportNotSubmitted(report, session.Input.Path("monthlyReportId")));
            return null;
        }

        var chain = await ReportChain.LoadAsync(session.Db, report.AgencyId, report.Month, cancellationToken);
        if (chain.Accepted is { } amended)
            session.Audit(amended, amended.AgencyId);
        var leftOut = await chain.AcceptAsync(report, session.Now, session.Actor, cancellationToken);
        session.Announce(FeedKind.MonthlyReportAccepted, report);
        foreach (var outcome in leftOut)
            session.Announce(FeedKind.EventCancelled, outcome.Event);
        return report;
    }
}
