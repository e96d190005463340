namespace Cwa.Model;

/// <summary>
/// Records that the agency has decided what to change to solve a problem that is ASSIGNED. The problem becomes
/// FIX_PLANNED (action 4).
/// </summary>
[By(Role.Agency)]
public sealed record PlanProcessChange : Verb<SystemicProblem>
{
    /// <summary>The id of the systemic problem that the change is to solve.</summary>
    public required Id<SystemicProblem> ProblemId { get; init; }

    /// <inheritdoc/>
    public override async Task<SystemicProblem?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(ProblemId, cancellationToken) is not { } problem)
            return null;

        ProblemCannotMove.Check(problem, ProblemStatus.FixPlanned, work.Check, nameof(ProblemId));
        if (!work.IsGood)
            return null;

        problem.PlanFix();
        work.Announce(FeedKind.SystemicProblemMoved, problem);
        return problem;
    }
}
