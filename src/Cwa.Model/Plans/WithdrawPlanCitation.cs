using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Withdraws a citation of a plan or report required by law (action 5). It can still be read by its id, but counts no
/// longer.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawPlanCitation : Verb<PlanCitation>
{
    /// <summary>The id of the citation, not of an earlier version of it.</summary>
    public required Id<PlanCitation> PlanCitationId { get; init; }

    /// <summary>Why it is withdrawn.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<PlanCitation?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (
            await work.OwnAsync(PlanCitationId, c => c.Plan.AgencyId, cancellationToken) is not { } citation
            || !work.IsGood
        )
            return null;

        var citer = await Citer.OfAsync(citation, work, cancellationToken);
        if (
            citation.AnnualReportId is not null
            && await work.Db.PlanCitations.CountAsync(citer.Cites, cancellationToken) == 1
        )
            work.Warn(
                "The report then cites no plan required by law, so this duty (CWA-5.2) stays open.",
                nameof(PlanCitationId)
            );
        citation.Withdraw(Reason, work.Now);
        citer.Announce(citation, work);
        return citation;
    }
}
