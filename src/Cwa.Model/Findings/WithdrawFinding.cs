using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Withdraws a finding (action 1) that should not have been recorded. It can still be read by its id, but counts no
/// longer. Actions on it and citations of plans are withdrawn first.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawFinding : Verb<Finding>
{
    /// <summary>The id of the finding, not of an earlier version of it.</summary>
    public required Id<Finding> FindingId { get; init; }

    /// <summary>Why it is withdrawn.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<Finding?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(FindingId, cancellationToken) is not { } finding)
            return null;

        work.RefuseInUse(
            await work.Db.FindingActions.CountAsync(a => a.FindingId == finding.Id, cancellationToken),
            "actions",
            nameof(FindingId)
        );
        work.RefuseInUse(
            await work.Db.PlanCitations.CountAsync(c => c.FindingId == finding.Id, cancellationToken),
            "citations of plans",
            nameof(FindingId)
        );
        if (!work.IsGood)
            return null;

        finding.Withdraw(Reason, work.Now);
        work.Announce(FeedKind.FindingRecorded, finding);
        return finding;
    }
}
