using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// A comparison of an agency's service with the best in business, as action 6 of the memorandum asks.
/// </summary>
public sealed class BenchmarkStudy : CorrectableRecord, IAgencyRecord
{
    internal const int LongestMeasure = 200;
    internal const int LongestPartner = 200;
    internal const int LongestUnit = 100;

    private BenchmarkStudy() { } // EF Core

    /// <exception cref="ArgumentException">A text is empty or too long, or a score is not a number.</exception>
    public BenchmarkStudy(
        Guid agencyId,
        string measure,
        string partner,
        double partnerScore,
        double ownScore,
        string unit,
        DateOnly conductedOn,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Measure = Require.Text(measure, LongestMeasure);
        Partner = Require.Text(partner, LongestPartner);
        PartnerScore = Require.Number(partnerScore);
        OwnScore = Require.Number(ownScore);
        Unit = Require.Text(unit, LongestUnit);
        ConductedOn = conductedOn;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>Identifies the study.</summary>
    public Guid Id { get; private init; }

    /// <summary>Identifies the agency that compared itself.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that compared itself.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>What was compared, for example "calls answered within three rings".</summary>
    [MaxLength(LongestMeasure)]
    public string Measure { get; private init; } = "";

    /// <summary>The company or agency taken for the best in business.</summary>
    [MaxLength(LongestPartner)]
    public string Partner { get; private init; } = "";

    /// <summary>The partner's score, in the study's unit.</summary>
    public double PartnerScore { get; private init; }

    /// <summary>The agency's own score, in the study's unit.</summary>
    public double OwnScore { get; private init; }

    /// <summary>The unit of both scores, for example "percent".</summary>
    [MaxLength(LongestUnit)]
    public string Unit { get; private init; } = "";

    /// <summary>The day on which the study was finished; it counts for that day's year.</summary>
    public DateOnly ConductedOn { get; private init; }

    /// <summary>When this was recorded, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
