using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>What recording and correcting an outcome have in common: what it says, and the rules of that.</summary>
public abstract record OutcomeVerb : Verb<FindingOutcome>
{
    /// <summary>What changed.</summary>
    [MaxLength(FindingOutcome.LongestDescription)]
    public required string Description { get; init; }

    /// <summary>The day on which the change was observed.</summary>
    public required DateOnly ObservedOn { get; init; }

    private protected void CheckInput(Work work)
    {
        if (ObservedOn > work.Today)
            work.Warn("The change is dated in the future.", nameof(ObservedOn));
    }

    /// <summary>The outcome as the input says it.</summary>
    /// <param name="action">The action that led to it.</param>
    /// <param name="corrected">The outcome that the input corrects; null for a new one.</param>
    /// <param name="work">The run of the verb.</param>
    private protected FindingOutcome Said(FindingAction action, FindingOutcome? corrected, Work work)
    {
        if (ObservedOn < action.TakenOn)
            work.Warn("The change is dated before the action.", nameof(ObservedOn));
        return new(action.Id, Description, ObservedOn, corrected?.Id, corrected?.RecordedAt);
    }

    /// <summary>Announces what became of an outcome of the action.</summary>
    internal static async Task AnnounceAsync(
        FindingOutcome outcome,
        Guid actionId,
        Work work,
        CancellationToken cancellationToken
    )
    {
        var agencyId = await work
            .Db.FindingActions.Where(a => a.Id == actionId)
            .Select(a => a.Finding.AgencyId)
            .SingleAsync(cancellationToken);
        work.Announce(FeedKind.OutcomeRecorded, outcome, outcome.Id, agencyId);
    }
}
