using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Which problem is assigned, and to whom.</summary>
public sealed record AssignSystemicProblemInput : MutationInput
{
    /// <summary>The id of the systemic problem that somebody is to solve.</summary>
    [Id]
    public required string ProblemId { get; init; }

    /// <summary>The person or group that answers for solving it, 1–200 characters.</summary>
    public required string Owner { get; init; }
}

/// <summary>The problem with its owner, or why that was refused.</summary>
public sealed record AssignSystemicProblemPayload : Payload
{
    /// <summary>The problem; null when it was refused or only checked.</summary>
    public SystemicProblem? SystemicProblem { get; init; }
}

/// <summary>Action 4: somebody answers for solving a problem.</summary>
public sealed class AssignSystemicProblem
{
    /// <summary>
    /// Names who answers for solving a problem that is IDENTIFIED, or whose change was NOT_EFFECTIVE (action 4).
    /// </summary>
    /// <param name="input">Which problem, and to whom.</param>
    [Role(Roles.Submit)]
    public static Task<AssignSystemicProblemPayload> AssignSystemicProblemAsync(
        AssignSystemicProblemInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            problem => new AssignSystemicProblemPayload { SystemicProblem = problem },
            session => AssignAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<SystemicProblem?> AssignAsync(
        AssignSystemicProblemInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        session.Input.Text(input.Owner, 200, "owner");
        if (await session.OwnAsync<SystemicProblem>(input.ProblemId, "problemId", cancellationToken) is not { } problem)
            return null;

        ProblemCannotMove.Check(problem, ProblemStatus.Assigned, session.Input, "problemId");
        if (!session.Input.IsGood)
            return null;

        problem.Assign(input.Owner);
        session.Announce(FeedKind.SystemicProblemMoved, problem);
        return problem;
    }
}
