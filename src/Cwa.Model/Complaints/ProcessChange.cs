using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// A change to a process that did not serve customers well, with the values measured before and after it.
/// </summary>
public sealed class ProcessChange
{
    internal const int LongestDescription = 4000;
    internal const int LongestUnit = 100;

    private ProcessChange() { } // EF Core

    internal ProcessChange(
        Guid problemId,
        DateOnly effectiveOn,
        string description,
        string unit,
        double? before,
        Guid? id,
        DateTime? recordedAt
    )
    {
        Id = id ?? Guid.CreateVersion7();
        ProblemId = problemId;
        EffectiveOn = effectiveOn;
        Description = Require.Text(description, LongestDescription);
        Unit = Require.Text(unit, LongestUnit);
        Before = Require.Number(before);
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The id of the change.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the problem that the change is to solve.</summary>
    public Guid ProblemId { get; private init; }

    /// <summary>The problem that the change is to solve.</summary>
    public SystemicProblem Problem { get; private init; } = null!;

    /// <summary>The first day on which the changed process was used.</summary>
    public DateOnly EffectiveOn { get; private init; }

    /// <summary>What was changed.</summary>
    [MaxLength(LongestDescription)]
    public string Description { get; private init; } = "";

    /// <summary>The unit of `before` and `after`, such as "days to answer a letter".</summary>
    [MaxLength(LongestUnit)]
    public string Unit { get; private init; } = "";

    /// <summary>The value before the change; null if it was not measured.</summary>
    public double? Before { get; private init; }

    /// <summary>The value after the change; null until it is measured.</summary>
    public double? After { get; private set; }

    /// <summary>The day on which `after` was measured; null until then.</summary>
    public DateOnly? MeasuredOn { get; private set; }

    /// <summary>When the change was first stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    /// <summary>When the change was last changed, in UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    internal void Measure(double after, DateOnly on)
    {
        if (MeasuredOn is not null)
            throw new InvalidOperationException("The effect has been measured already.");

        Require.InOrder(EffectiveOn, on);
        After = Require.Number(after);
        MeasuredOn = on;
    }
}
