using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Which draft is withdrawn.</summary>
public sealed record DiscardAnnualReportDraftInput : MutationInput
{
    /// <summary>The id of the annual report that is a draft and is thrown away.</summary>
    [Id]
    public required string AnnualReportId { get; init; }
}

/// <summary>Whose draft was withdrawn, or why that was refused.</summary>
public sealed record DiscardAnnualReportDraftPayload : Payload
{
    /// <summary>The agency whose draft is gone; null when it was refused or only checked.</summary>
    public Agency? Agency { get; init; }
}

/// <summary>Action 6: an agency drops what it wrote.</summary>
public sealed class DiscardAnnualReportDraft
{
    /// <summary>
    /// Withdraws the draft of a year's report, with its citations of plans. What was submitted or published stays as it
    /// is.
    /// </summary>
    /// <param name="input">Which draft.</param>
    [Role(Roles.Submit)]
    public static Task<DiscardAnnualReportDraftPayload> DiscardAnnualReportDraftAsync(
        DiscardAnnualReportDraftInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            agency => new DiscardAnnualReportDraftPayload { Agency = agency },
            session => DiscardAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<Agency?> DiscardAsync(
        DiscardAnnualReportDraftInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (
            await session.OwnAsync<AnnualReport>(input.AnnualReportId, "annualReportId", cancellationToken)
            is not { } draft
        )
            return null;

        if (draft.Status != AnnualReportStatus.Draft)
        {
            session.Input.Refuse(new WrongAnnualReportStatus(draft, session.Input.Path("annualReportId")));
            return null;
        }

        foreach (
            var citation in await session
                .Db.PlanCitations.Where(c => c.AnnualReportId == draft.Id)
                .ToListAsync(cancellationToken)
        )
        {
            session.Db.Remove(citation);
            session.Audit(citation, draft.AgencyId);
        }

        // The database deletes the draft's statements with it.
        session.Db.Remove(draft);
        session.Audit(draft, draft.AgencyId);
        return await session.Db.Agencies.SingleAsync(a => a.Id == draft.AgencyId, cancellationToken);
    }
}
