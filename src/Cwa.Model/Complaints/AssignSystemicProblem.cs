using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Names who answers for solving a problem that is IDENTIFIED, or whose change was NOT_EFFECTIVE (action 4).
/// </summary>
[By(Role.Agency)]
public sealed record AssignSystemicProblem : Verb<SystemicProblem>
{
    /// <summary>The id of the systemic problem that somebody is to solve.</summary>
    public required Id<SystemicProblem> ProblemId { get; init; }

    /// <summary>The person or group that answers for solving it.</summary>
    [MaxLength(SystemicProblem.LongestOwner)]
    public required string Owner { get; init; }

    /// <inheritdoc/>
    public override async Task<SystemicProblem?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(ProblemId, cancellationToken) is not { } problem)
            return null;

        ProblemCannotMove.Check(problem, ProblemStatus.Assigned, work.Check, nameof(ProblemId));
        if (!work.IsGood)
            return null;

        problem.Assign(Owner);
        work.Announce(FeedKind.SystemicProblemMoved, problem);
        return problem;
    }
}
