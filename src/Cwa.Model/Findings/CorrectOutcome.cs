using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Corrects what an action changed for customers (action 5): give all that it should say. What it said before stays in
/// its `earlier` versions.
/// </summary>
[By(Role.Agency)]
[Gives("outcome")]
public sealed record CorrectOutcome : OutcomeVerb
{
    /// <summary>The id of the outcome, not of an earlier version of it.</summary>
    public required Id<FindingOutcome> OutcomeId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<FindingOutcome?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (
            await work.OwnAsync(OutcomeId, o => o.Action.Finding.AgencyId, cancellationToken) is not { } outcome
            || !work.IsGood
        )
            return null;

        var action = await work.Db.FindingActions.SingleAsync(a => a.Id == outcome.ActionId, cancellationToken);
        if (work.Correct(outcome, Said(action, outcome, work), Reason) is null)
            return null;

        await AnnounceAsync(outcome, action.Id, work, cancellationToken);
        return outcome;
    }
}
