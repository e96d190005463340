using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Withdraws an action (action 5) that should not have been recorded. It can still be read by its id, but counts no
/// longer. Its outcomes are withdrawn first.
/// </summary>
[By(Role.Agency)]
[Gives("action")]
public sealed record WithdrawAction : Verb<FindingAction>
{
    /// <summary>The id of the action, not of an earlier version of it.</summary>
    public required Id<FindingAction> ActionId { get; init; }

    /// <summary>Why it is withdrawn.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<FindingAction?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(ActionId, a => a.Finding.AgencyId, cancellationToken) is not { } action)
            return null;

        work.RefuseInUse(
            await work.Db.FindingOutcomes.CountAsync(o => o.ActionId == action.Id, cancellationToken),
            "outcomes",
            nameof(ActionId)
        );
        if (!work.IsGood)
            return null;

        var finding = await work.Db.Findings.SingleAsync(f => f.Id == action.FindingId, cancellationToken);
        action.Withdraw(Reason, work.Now);
        work.Announce(FeedKind.ActionRecorded, action, action.Id, finding.AgencyId);
        return action;
    }
}
