using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// A measurable promise to customers. Executive Order 12862 has agencies post such standards, and action 5 of the
/// memorandum has them measured.
/// </summary>
public sealed class ServiceStandard : IAgencyRecord
{
    internal const int LongestStatement = 500;
    internal const int LongestMeasure = 200;
    internal const int LongestUnit = 100;

    private readonly List<Measurement> _measurements = [];

    private ServiceStandard() { } // EF Core

    /// <exception cref="ArgumentException">A text is empty or too long, or the target is not a number.</exception>
    public ServiceStandard(
        Guid agencyId,
        string statement,
        string measure,
        string unit,
        double target,
        TargetDirection direction,
        CustomerGroup customerGroup,
        DateOnly effectiveFrom,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        Id = id ?? Guid.CreateVersion7();
        AgencyId = agencyId;
        Statement = Require.Text(statement, LongestStatement);
        Measure = Require.Text(measure, LongestMeasure);
        Unit = Require.Text(unit, LongestUnit);
        Target = Require.Number(target);
        Direction = Require.Defined(direction);
        CustomerGroup = Require.Defined(customerGroup);
        EffectiveFrom = effectiveFrom;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>Identifies the standard.</summary>
    public Guid Id { get; private init; }

    /// <summary>Identifies the agency that gives the promise.</summary>
    public Guid AgencyId { get; private init; }

    /// <summary>The agency that gives the promise.</summary>
    public Agency Agency { get; private init; } = null!;

    /// <summary>The promise in the words that customers read.</summary>
    [MaxLength(LongestStatement)]
    public string Statement { get; private init; } = "";

    /// <summary>What is measured, for example "calls answered within five minutes".</summary>
    [MaxLength(LongestMeasure)]
    public string Measure { get; private init; } = "";

    /// <summary>The unit of the target and of every measurement, for example "percent".</summary>
    [MaxLength(LongestUnit)]
    public string Unit { get; private init; } = "";

    /// <summary>The value to reach or to stay within, in the standard's unit.</summary>
    public double Target { get; private init; }

    /// <summary>Whether the promise is kept at or above the target, or at or below it.</summary>
    public TargetDirection Direction { get; private init; }

    /// <summary>Whom the standard serves.</summary>
    public CustomerGroup CustomerGroup { get; private init; }

    /// <summary>The first day of the promise.</summary>
    public DateOnly EffectiveFrom { get; private init; }

    /// <summary>
    /// The first day on which the promise no longer holds; null while it is in force. A changed promise is a new
    /// standard.
    /// </summary>
    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>How it was kept, period by period.</summary>
    public IReadOnlyList<Measurement> Measurements => _measurements;

    /// <summary>When this was recorded, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When this was last changed, in UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Whether a measured value keeps the promise. The target itself does.</summary>
    public bool IsMetBy(double value) => Direction == TargetDirection.AtLeast ? value >= Target : value <= Target;

    /// <exception cref="InvalidOperationException">It has been withdrawn already.</exception>
    public void Withdraw(DateOnly on)
    {
        if (WithdrawnOn is not null)
            throw new InvalidOperationException("The standard has been withdrawn already.");

        Require.InOrder(EffectiveFrom, on);
        WithdrawnOn = on;
    }
}
