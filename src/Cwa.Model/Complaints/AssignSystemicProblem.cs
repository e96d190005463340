using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Assigns a problem that is IDENTIFIED or NOT_EFFECTIVE to the person or group that is to solve it (action 4).
/// </summary>
[By(Role.Agency)]
public sealed record AssignSystemicProblem : Verb<SystemicProblem>
{
    /// <summary>The id of the systemic problem that is to be solved.</summary>
    public required Id<SystemicProblem> ProblemId { get; init; }

    /// <summary>The person or group responsible for solving the problem.</summary>
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
