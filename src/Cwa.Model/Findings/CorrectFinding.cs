using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Corrects a finding (action 1): give all that it should say. What it said before stays in its `earlier` versions;
/// what was done about it stays with it.
/// </summary>
[By(Role.Agency)]
public sealed record CorrectFinding : FindingVerb
{
    /// <summary>The id of the finding, not of an earlier version of it.</summary>
    public required Id<Finding> FindingId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<Finding?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (
            await work.OwnAsync(FindingId, cancellationToken) is not { } finding
            || await SaidAsync(finding.AgencyId, finding, work, cancellationToken) is not { } said
            || work.Correct(finding, said, Reason) is null
        )
            return null;

        work.Announce(FeedKind.FindingRecorded, finding);
        return finding;
    }
}
