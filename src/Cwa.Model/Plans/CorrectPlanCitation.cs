using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Corrects which place of a plan or report required by law a record cites (action 5). What the citation said before
/// stays in its `earlier` versions. If another record cites the place, withdraw the citation and cite anew.
/// </summary>
[By(Role.Agency)]
public sealed record CorrectPlanCitation : CitationVerb
{
    /// <summary>The id of the citation, not of an earlier version of it.</summary>
    public required Id<PlanCitation> PlanCitationId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<PlanCitation?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.OwnAsync(PlanCitationId, c => c.Plan.AgencyId, cancellationToken) is not { } citation)
            return null;

        var citer = await Citer.OfAsync(citation, work, cancellationToken);
        if (
            await SaidAsync(citer, citation, nameof(PlanCitationId), work, cancellationToken) is not { } said
            || work.Correct(citation, said, Reason) is null
        )
            return null;

        citer.Announce(citation, work);
        return citation;
    }
}
