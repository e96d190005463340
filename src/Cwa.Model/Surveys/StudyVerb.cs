using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// What recording and correcting a benchmark study have in common: what it says, and the rules of that.
/// </summary>
public abstract record StudyVerb : Verb<BenchmarkStudy>
{
    /// <summary>What was compared, for example "calls answered within three rings".</summary>
    [MaxLength(BenchmarkStudy.LongestMeasure)]
    public required string Measure { get; init; }

    /// <summary>The company or agency taken for the best in business.</summary>
    [MaxLength(BenchmarkStudy.LongestPartner)]
    public required string Partner { get; init; }

    /// <summary>The partner's score, in the unit.</summary>
    public required double PartnerScore { get; init; }

    /// <summary>The agency's own score, in the unit.</summary>
    public required double OwnScore { get; init; }

    /// <summary>The unit of both scores, for example "percent".</summary>
    [MaxLength(BenchmarkStudy.LongestUnit)]
    public required string Unit { get; init; }

    /// <summary>The day on which the study was finished, not in the future. It counts for that day's year.</summary>
    public required DateOnly ConductedOn { get; init; }

    private protected void CheckInput(Work work)
    {
        work.Check.HasCome(ConductedOn, work.Today, nameof(ConductedOn));
    }

    /// <summary>The benchmark study as the input says it.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="corrected">The benchmark study that the input corrects; null for a new one.</param>
    private protected BenchmarkStudy Said(Guid agencyId, BenchmarkStudy? corrected) =>
        new(
            agencyId,
            Measure,
            Partner,
            PartnerScore,
            OwnScore,
            Unit,
            ConductedOn,
            corrected?.Id,
            corrected?.RecordedAt
        );
}
