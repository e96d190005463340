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
    public override async Task<BenchmarkStudy?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(BenchmarkStudyId, cancellationToken) is not { } study || !work.IsGood)
            return null;

        study.Withdraw(Reason, work.Now);
        work.Announce(FeedKind.BenchmarkStudyRecorded, study);
        return study;
    }
}
