using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Withdraws the outcome of a problem-solving day or another event (action 4) that should not have been recorded. It
/// can still be read by its id, but counts no longer.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawProblemSolvingOutcome : Verb<ProblemSolvingOutcome>
{
    /// <summary>The id of the outcome, not of an earlier version of it.</summary>
    public required Id<ProblemSolvingOutcome> ProblemSolvingOutcomeId { get; init; }

    /// <summary>Why it is withdrawn.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<ProblemSolvingOutcome?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (
            await work.OwnAsync(ProblemSolvingOutcomeId, o => o.Event.AgencyId, cancellationToken) is not { } outcome
            || !work.IsGood
        )
            return null;

        var agencyId = await work
            .Db.Events.Where(e => e.Id == outcome.EventId)
            .Select(e => e.AgencyId)
            .SingleAsync(cancellationToken);
        outcome.Withdraw(Reason, work.Now);
        work.Announce(FeedKind.ProblemSolvingOutcomeRecorded, outcome, outcome.Id, agencyId);
        return outcome;
    }
}
