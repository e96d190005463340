using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Records the process change that is to solve a problem that is FIX_PLANNED. The problem becomes CHANGED (action 4).
/// </summary>
[By(Role.Agency)]
public sealed record RecordProcessChange : Verb<ProcessChange>
{
    /// <summary>The id of the systemic problem that the change is to solve.</summary>
    public required Id<SystemicProblem> ProblemId { get; init; }

    /// <summary>The first day on which the changed process is used.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>What was changed.</summary>
    [MaxLength(ProcessChange.LongestDescription)]
    public required string Description { get; init; }

    /// <summary>The unit of `before`, and later of `after`, such as "days to answer a letter".</summary>
    [MaxLength(ProcessChange.LongestUnit)]
    public required string Unit { get; init; }

    /// <summary>The value before the change; left out if it was not measured.</summary>
    public double? Before { get; init; }

    /// <inheritdoc/>
    public override async Task<ProcessChange?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (EffectiveOn > work.Today)
            work.Warn("The change takes effect in the future.", nameof(EffectiveOn));
        if (await work.OwnAsync(ProblemId, cancellationToken) is not { } problem)
            return null;

        ProblemCannotMove.Check(problem, ProblemStatus.Changed, work.Check, nameof(ProblemId));
        if (EffectiveOn < problem.FoundOn)
            work.Warn("The change takes effect before the problem was found.", nameof(EffectiveOn));
        if (!work.IsGood)
            return null;

        var change = problem.Change(EffectiveOn, Description, Unit, Before);
        work.Announce(FeedKind.ProcessChangeRecorded, change, change.Id, problem.AgencyId);
        work.Announce(FeedKind.SystemicProblemMoved, problem);
        return change;
    }
}
