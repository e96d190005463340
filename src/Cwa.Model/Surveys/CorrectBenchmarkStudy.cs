using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Corrects a benchmark study (action 6): give all that it should say. What it said before stays in its `earlier`
/// versions.
/// </summary>
[By(Role.Agency)]
public sealed record CorrectBenchmarkStudy : StudyVerb
{
    /// <summary>The id of the benchmark study, not of an earlier version of it.</summary>
    public required Id<BenchmarkStudy> BenchmarkStudyId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<BenchmarkStudy?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (
            await work.OwnAsync(BenchmarkStudyId, cancellationToken) is not { } study
            || !work.IsGood
            || work.Correct(study, Said(study.AgencyId, study), Reason) is null
        )
            return null;

        work.Announce(FeedKind.BenchmarkStudyRecorded, study);
        return study;
    }
}
