using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Which draft is withdrawn.</summary>
public sealed record DiscardMonthlyReportDraftInput : MutationInput
{
    /// <summary>The reporting agency's id.</summary>
    [Id]
    public required string AgencyId { get; init; }

    /// <summary>The month whose draft is thrown away.</summary>
    public required ReportMonth Month { get; init; }
}

/// <summary>Whose draft was withdrawn, or why that was refused.</summary>
public sealed record DiscardMonthlyReportDraftPayload : Payload
{
    /// <summary>The agency whose draft is gone; null when it was refused or only checked.</summary>
    public Agency? Agency { get; init; }
}

/// <summary>Action 2: an agency drops what it prepared.</summary>
public sealed class DiscardMonthlyReportDraft
{
    /// <summary>Withdraws the draft of a month's report. What was submitted stays as it is.</summary>
    /// <param name="input">Which draft.</param>
    [Role(Roles.Submit)]
    public static Task<DiscardMonthlyReportDraftPayload> DiscardMonthlyReportDraftAsync(
        DiscardMonthlyReportDraftInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            agency => new DiscardMonthlyReportDraftPayload { Agency = agency },
            session => DiscardAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<Agency?> DiscardAsync(
        DiscardMonthlyReportDraftInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (await session.AgencyAsync(input.AgencyId, session.Input, cancellationToken) is not { } agency)
            return null;

        var draft = await session.Db.MonthlyReports.SingleOrDefaultAsync(
            r => r.AgencyId == agency.Id && r.Month == input.Month && r.Status == MonthlyReportStatus.Draft,
            cancellationToken
        );
        if (draft is null)
        {
            session.Input.Refuse(new DraftNotFound(session.Input.Path("month")));
            return null;
        }

        // The database deletes the draft's events with it.
        session.Db.Remove(draft);
        session.Audit(draft, agency.Id);
        return agency;
    }
}
