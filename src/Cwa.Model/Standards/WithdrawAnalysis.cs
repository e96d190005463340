using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Withdraws an analysis (action 4) that should not have been recorded. It can still be read by its id, but counts no
/// longer.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawAnalysis : Verb<Analysis>
{
    /// <summary>The id of the analysis, not of an earlier version of it.</summary>
    public required Id<Analysis> AnalysisId { get; init; }

    /// <summary>Why it is withdrawn.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override Task<Analysis?> DoAsync(Work work, CancellationToken cancellationToken) =>
        work.WithdrawAsync(AnalysisId, Reason, FeedKind.AnalysisRecorded, cancellationToken);
}
