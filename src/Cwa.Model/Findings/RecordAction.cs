using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>Records what an agency did about a finding (action 5).</summary>
[By(Role.Agency)]
[Gives("action")]
public sealed record RecordAction : Verb<FindingAction>
{
    /// <summary>The id of the finding on which the agency acted.</summary>
    public required Id<Finding> FindingId { get; init; }

    /// <summary>What was done.</summary>
    [MaxLength(FindingAction.LongestDescription)]
    public required string Description { get; init; }

    /// <summary>The day on which it was done.</summary>
    public required DateOnly TakenOn { get; init; }

    /// <inheritdoc/>
    public override async Task<FindingAction?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (TakenOn > work.Today)
            work.Warn("The action is dated in the future.", nameof(TakenOn));
        if (await work.OwnAsync(FindingId, cancellationToken) is not { } finding || !work.IsGood)
            return null;

        if (TakenOn < finding.FoundOn)
            work.Warn("The action is dated before the finding.", nameof(TakenOn));
        var action = new FindingAction(finding.Id, Description, TakenOn);
        work.Db.Add(action);
        work.Announce(FeedKind.ActionRecorded, action, action.Id, finding.AgencyId);
        return action;
    }
}
