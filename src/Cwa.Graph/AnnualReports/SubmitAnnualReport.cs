using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Which report is handed in.</summary>
public sealed record SubmitAnnualReportInput : MutationInput
{
    /// <summary>The id of the draft, or of the report that was returned.</summary>
    [Id]
    public required string AnnualReportId { get; init; }
}

/// <summary>The submitted report, or why it was refused.</summary>
public sealed record SubmitAnnualReportPayload : Payload
{
    /// <summary>The report; null when it was refused or only checked.</summary>
    public AnnualReport? AnnualReport { get; init; }
}

/// <summary>Action 6: an agency reports its results of a year.</summary>
public sealed class SubmitAnnualReport
{
    /// <summary>
    /// Hands a year's report in to NPR, which clears and publishes it (action 6). It cites at least one plan: see
    /// `citePlan`.
    /// </summary>
    /// <param name="input">Which report.</param>
    [Role(Roles.Submit)]
    public static Task<SubmitAnnualReportPayload> SubmitAnnualReportAsync(
        SubmitAnnualReportInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            report => new SubmitAnnualReportPayload { AnnualReport = report },
            session => SubmitAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<AnnualReport?> SubmitAsync(
        SubmitAnnualReportInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        if (
            await session.OwnAsync<AnnualReport>(input.AnnualReportId, "annualReportId", cancellationToken)
            is not { } report
        )
            return null;

        await session.Db.Entry(report).Collection(r => r.Statements).LoadAsync(cancellationToken);
        if (!AnnualReport.CanMove(report.Status, AnnualReportStatus.Submitted))
            check.Refuse(new WrongAnnualReportStatus(report, check.Path("annualReportId")));
        else if (report.Statements is [])
            check.Refuse(new NoStatements(check.Path("annualReportId")));
        if (!check.IsGood)
            return null;

        if (!await session.Db.PlanCitations.AnyAsync(c => c.AnnualReportId == report.Id, cancellationToken))
            check.Warn("The report cites no plan required by law yet (CWA-5.2). Cite at least one.", "annualReportId");
        Guid[] standardIds = [.. report.Statements.Select(s => s.StandardId).Distinct()];
        var standards = await session
            .Db.ServiceStandards.AsNoTracking()
            .Where(s => standardIds.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, cancellationToken);
        AnnualReportAdvice.Give(report, standards, session, _ => ["annualReportId"]);
        report.Submit();
        session.Announce(FeedKind.AnnualReportSubmitted, report);
        return report;
    }
}
