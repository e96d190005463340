using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>What changed for customers because of an action.</summary>
public sealed class FindingOutcome : CorrectableRecord
{
    internal const int LongestDescription = 2000;

    private FindingOutcome() { } // EF Core

    /// <exception cref="ArgumentException">The description is empty or too long.</exception>
    public FindingOutcome(
        Guid actionId,
        string description,
        DateOnly observedOn,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        Id = id ?? Guid.CreateVersion7();
        ActionId = actionId;
        Description = Require.Text(description, LongestDescription);
        ObservedOn = observedOn;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The outcome's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the action that led to it.</summary>
    public Guid ActionId { get; private init; }

    /// <summary>The action that led to it.</summary>
    public FindingAction Action { get; private init; } = null!;

    /// <summary>What changed.</summary>
    [MaxLength(LongestDescription)]
    public string Description { get; private init; } = "";

    /// <summary>The day on which the change was observed.</summary>
    public DateOnly ObservedOn { get; private init; }

    /// <summary>When the outcome was stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
