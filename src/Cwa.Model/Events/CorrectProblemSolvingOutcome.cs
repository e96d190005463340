using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Corrects what a problem-solving day or another event achieved (action 4): give all that it should say. What it said
/// before stays in its `earlier` versions.
/// </summary>
[By(Role.Agency)]
public sealed record CorrectProblemSolvingOutcome : ProblemSolvingVerb
{
    /// <summary>The id of the outcome, not of an earlier version of it.</summary>
    public required Id<ProblemSolvingOutcome> ProblemSolvingOutcomeId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<ProblemSolvingOutcome?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.OwnAsync(ProblemSolvingOutcomeId, o => o.Event.AgencyId, cancellationToken) is not { } outcome)
            return null;

        var @event = await work.Db.Events.SingleAsync(e => e.Id == outcome.EventId, cancellationToken);
        if (
            Said(@event, outcome, nameof(ProblemSolvingOutcomeId), work) is not { } said
            || work.Correct(outcome, said, Reason) is null
        )
            return null;

        work.Announce(FeedKind.ProblemSolvingOutcomeRecorded, outcome, outcome.Id, @event.AgencyId);
        return outcome;
    }
}
