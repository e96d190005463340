namespace Cwa.Model;

/// <summary>
/// Records what an agency did about a finding (action 5). Once an outcome of it is recorded, everyone may read it.
/// </summary>
[By(Role.Agency)]
[Gives("action")]
public sealed record RecordAction : ActionVerb
{
    /// <summary>The id of the finding on which the agency acted.</summary>
    public required Id<Finding> FindingId { get; init; }

    /// <inheritdoc/>
    public override async Task<FindingAction?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.OwnAsync(FindingId, cancellationToken) is not { } finding || !work.IsGood)
            return null;

        var action = Said(finding, corrected: null, work);
        work.Db.Add(action);
        work.Announce(FeedKind.ActionRecorded, action, action.Id, finding.AgencyId);
        return action;
    }
}
