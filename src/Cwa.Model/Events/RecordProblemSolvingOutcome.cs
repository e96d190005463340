using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Records what a problem-solving day achieved (action 4), or any other event at which customers brought problems; once
/// for each event.
/// </summary>
[By(Role.Agency)]
public sealed record RecordProblemSolvingOutcome : ProblemSolvingVerb
{
    /// <summary>The event's id. Its format may be any: the memorandum asks for “other venues” too.</summary>
    public required Id<Event> EventId { get; init; }

    /// <inheritdoc/>
    public override async Task<ProblemSolvingOutcome?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.OwnAsync(EventId, cancellationToken) is not { } @event)
            return null;

        if (
            await work.Db.ProblemSolvingOutcomes.SingleOrDefaultAsync(o => o.EventId == @event.Id, cancellationToken) is
            { } existing
        )
            work.Refuse(new OutcomeAlreadyRecorded(existing), nameof(EventId));
        if (Said(@event, corrected: null, nameof(EventId), work) is not { } outcome)
            return null;

        work.Db.Add(outcome);
        work.Announce(FeedKind.ProblemSolvingOutcomeRecorded, outcome, outcome.Id, @event.AgencyId);
        return outcome;
    }
}
