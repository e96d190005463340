using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Withdraws an outcome (action 5) that should not have been recorded. It can still be read by its id, but counts no
/// longer.
/// </summary>
[By(Role.Agency)]
[Gives("outcome")]
public sealed record WithdrawOutcome : Verb<FindingOutcome>
{
    /// <summary>The id of the outcome, not of an earlier version of it.</summary>
    public required Id<FindingOutcome> OutcomeId { get; init; }

    /// <summary>Why it is withdrawn.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<FindingOutcome?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (
            await work.OwnAsync(OutcomeId, o => o.Action.Finding.AgencyId, cancellationToken) is not { } outcome
            || !work.IsGood
        )
            return null;

        outcome.Withdraw(Reason, work.Now);
        await OutcomeVerb.AnnounceAsync(outcome, outcome.ActionId, work, cancellationToken);
        return outcome;
    }
}
