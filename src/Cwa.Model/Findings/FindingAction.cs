using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>What an agency did about a finding, as action 5 of the memorandum asks (CWA-5.1).</summary>
public sealed class FindingAction : CorrectableRecord
{
    internal const int LongestDescription = 2000;

    private readonly List<FindingOutcome> _outcomes = [];

    private FindingAction() { } // EF Core

    /// <exception cref="ArgumentException">The description is empty or too long.</exception>
    public FindingAction(
        Guid findingId,
        string description,
        DateOnly takenOn,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        Id = id ?? Guid.CreateVersion7();
        FindingId = findingId;
        Description = Require.Text(description, LongestDescription);
        TakenOn = takenOn;
        RecordedAt = UpdatedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The action's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the finding that was acted on.</summary>
    public Guid FindingId { get; private init; }

    /// <summary>The finding that was acted on.</summary>
    public Finding Finding { get; private init; } = null!;

    /// <summary>What was done.</summary>
    [MaxLength(LongestDescription)]
    public string Description { get; private init; } = "";

    /// <summary>The day on which it was done.</summary>
    public DateOnly TakenOn { get; private init; }

    /// <summary>What it changed.</summary>
    public IReadOnlyList<FindingOutcome> Outcomes => _outcomes;

    /// <summary>When the action was stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }
}
