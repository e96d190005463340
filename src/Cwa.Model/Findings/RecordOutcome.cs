namespace Cwa.Model;

/// <summary>
/// Records what an action changed for customers (action 5). Everyone may read it, and what was done.
/// </summary>
[By(Role.Agency)]
[Gives("outcome")]
public sealed record RecordOutcome : OutcomeVerb
{
    /// <summary>The id of the action that led to it.</summary>
    public required Id<FindingAction> ActionId { get; init; }

    /// <inheritdoc/>
    public override async Task<FindingOutcome?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.OwnAsync(ActionId, a => a.Finding.AgencyId, cancellationToken) is not { } action || !work.IsGood)
            return null;

        var outcome = Said(action, corrected: null, work);
        work.Db.Add(outcome);
        await AnnounceAsync(outcome, action.Id, work, cancellationToken);
        return outcome;
    }
}
