using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Records the measured effect of a process change (action 4). The problem becomes VERIFIED if the change helped; if
/// not, it becomes NOT_EFFECTIVE and can be assigned again.
/// </summary>
[By(Role.Agency)]
public sealed record VerifyProcessChange : Verb<ProcessChange>
{
    /// <summary>The id of the change whose effect was measured.</summary>
    public required Id<ProcessChange> ChangeId { get; init; }

    /// <summary>The value after the change, in the change's unit.</summary>
    public required double After { get; init; }

    /// <summary>The day of the measurement, not before the change took effect and not in the future.</summary>
    public required DateOnly MeasuredOn { get; init; }

    /// <summary>Whether the change helped.</summary>
    public required bool Effective { get; init; }

    /// <inheritdoc/>
    public override async Task<ProcessChange?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        work.Check.HasCome(MeasuredOn, work.Today, nameof(MeasuredOn));
        if (await work.OwnAsync(ChangeId, c => c.Problem.AgencyId, cancellationToken) is not { } change)
            return null;

        var problem = await work.Db.SystemicProblems.SingleAsync(p => p.Id == change.ProblemId, cancellationToken);
        if (problem.Status == ProblemStatus.Changed && change.MeasuredOn is not null)
            work.Refuse(new EffectAlreadyMeasured(change), nameof(ChangeId));
        else
            ProblemCannotMove.Check(problem, ProblemStatus.Verified, work.Check, nameof(ChangeId));
        if (MeasuredOn < change.EffectiveOn)
            work.Refuse(new MeasuredBeforeChange(change.EffectiveOn), nameof(MeasuredOn));
        if (Effective && After == change.Before)
            work.Warn("The value is the same after the change as before it.", nameof(Effective));
        if (!work.IsGood)
            return null;

        if (Effective)
            problem.Verify(change, After, MeasuredOn);
        else
            problem.FindNotEffective(change, After, MeasuredOn);
        work.Audit(change, problem.AgencyId);
        work.Announce(FeedKind.SystemicProblemMoved, problem);
        return change;
    }
}
