using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Records how an agency's service compares with the best in business (action 6; Executive Order 12862).
/// </summary>
[By(Role.Agency)]
public sealed record RecordBenchmarkStudy : Verb<BenchmarkStudy>
{
    /// <summary>The id of the agency that compared itself.</summary>
    public required Id<Agency> AgencyId { get; init; }

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

    /// <inheritdoc/>
    public override async Task<BenchmarkStudy?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        work.Check.HasCome(ConductedOn, work.Today, nameof(ConductedOn));
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency || !work.IsGood)
            return null;

        var study = new BenchmarkStudy(agency.Id, Measure, Partner, PartnerScore, OwnScore, Unit, ConductedOn);
        work.Db.Add(study);
        work.Announce(FeedKind.BenchmarkStudyRecorded, study);
        return study;
    }
}
