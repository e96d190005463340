using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Records what an action changed for customers (action 5).</summary>
[By(Role.Agency)]
[Gives("outcome")]
public sealed record RecordOutcome : Verb<FindingOutcome>
{
    /// <summary>The id of the action that led to it.</summary>
    public required Id<FindingAction> ActionId { get; init; }

    /// <summary>What changed.</summary>
    [MaxLength(FindingOutcome.LongestDescription)]
    public required string Description { get; init; }

    /// <summary>The day on which the change was observed.</summary>
    public required DateOnly ObservedOn { get; init; }

    /// <inheritdoc/>
    public override async Task<FindingOutcome?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (ObservedOn > work.Today)
            work.Warn("The change is dated in the future.", nameof(ObservedOn));
        if (await work.OwnAsync(ActionId, a => a.Finding.AgencyId, cancellationToken) is not { } action || !work.IsGood)
            return null;

        if (ObservedOn < action.TakenOn)
            work.Warn("The change is dated before the action.", nameof(ObservedOn));
        var agencyId = await work
            .Db.Findings.Where(f => f.Id == action.FindingId)
            .Select(f => f.AgencyId)
            .SingleAsync(cancellationToken);
        var outcome = new FindingOutcome(action.Id, Description, ObservedOn);
        work.Db.Add(outcome);
        work.Announce(FeedKind.OutcomeRecorded, outcome, outcome.Id, agencyId);
        return outcome;
    }
}
