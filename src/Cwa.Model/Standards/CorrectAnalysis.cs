using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Corrects an analysis (action 4): give all that it should say. What it said before stays in its `earlier` versions.
/// </summary>
[By(Role.Agency)]
public sealed record CorrectAnalysis : AnalysisVerb
{
    /// <summary>The id of the analysis, not of an earlier version of it.</summary>
    public required Id<Analysis> AnalysisId { get; init; }

    /// <summary>Why it is corrected.</summary>
    [MaxLength(CorrectableRecord.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<Analysis?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (
            await work.OwnAsync(AnalysisId, cancellationToken) is not { } analysis
            || !work.IsGood
            || work.Correct(analysis, Said(analysis.AgencyId, analysis), Reason) is null
        )
            return null;

        work.Announce(FeedKind.AnalysisRecorded, analysis);
        return analysis;
    }
}
