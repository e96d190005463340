using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>What recording and correcting an action have in common: what it says, and the rules of that.</summary>
public abstract record ActionVerb : Verb<FindingAction>
{
    /// <summary>What was done.</summary>
    [MaxLength(FindingAction.LongestDescription)]
    public required string Description { get; init; }

    /// <summary>The day on which it was done.</summary>
    public required DateOnly TakenOn { get; init; }

    private protected void CheckInput(Work work)
    {
        if (TakenOn > work.Today)
            work.Warn("The action is dated in the future.", nameof(TakenOn));
    }

    /// <summary>The action as the input says it.</summary>
    /// <param name="finding">The finding that was acted on.</param>
    /// <param name="corrected">The action that the input corrects; null for a new one.</param>
    /// <param name="work">The run of the verb.</param>
    private protected FindingAction Said(Finding finding, FindingAction? corrected, Work work)
    {
        if (TakenOn < finding.FoundOn)
            work.Warn("The action is dated before the finding.", nameof(TakenOn));
        return new(finding.Id, Description, TakenOn, corrected?.Id, corrected?.RecordedAt);
    }
}
