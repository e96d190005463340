using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Corrects what an agency did about a finding (action 5): give all that it should say. What it said before stays in
/// its `earlier` versions.
/// </summary>
[By(Role.Agency)]
[Gives("action")]
public sealed record CorrectAction : ActionVerb
{
    /// <summary>The id of the action, not of an earlier version of it.</summary>
    public required Id<FindingAction> ActionId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<FindingAction?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (await work.OwnAsync(ActionId, a => a.Finding.AgencyId, cancellationToken) is not { } action || !work.IsGood)
            return null;

        var finding = await work.Db.Findings.SingleAsync(f => f.Id == action.FindingId, cancellationToken);
        if (work.Correct(action, Said(finding, action, work), Reason) is null)
            return null;

        work.Announce(FeedKind.ActionRecorded, action, action.Id, finding.AgencyId);
        return action;
    }
}
