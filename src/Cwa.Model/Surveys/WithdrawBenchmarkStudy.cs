using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Withdraws a benchmark study (action 6) that should not have been recorded. It can still be read by its id, but
/// counts no longer.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawBenchmarkStudy : Verb<BenchmarkStudy>
{
    /// <summary>The id of the benchmark study, not of an earlier version of it.</summary>
    public required Id<BenchmarkStudy> BenchmarkStudyId { get; init; }

    /// <summary>Why it is withdrawn.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override Task<BenchmarkStudy?> DoAsync(Work work, CancellationToken cancellationToken) =>
        work.WithdrawAsync(BenchmarkStudyId, Reason, FeedKind.BenchmarkStudyRecorded, cancellationToken);
}
