using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Which problem a change is planned for.</summary>
public sealed record PlanProcessChangeInput : MutationInput
{
    /// <summary>The id of the systemic problem that the change is to solve.</summary>
    [Id]
    public required string ProblemId { get; init; }
}

/// <summary>The problem, or why that was refused.</summary>
public sealed record PlanProcessChangePayload : Payload
{
    /// <summary>The problem; null when it was refused or only checked.</summary>
    public SystemicProblem? SystemicProblem { get; init; }
}

/// <summary>Action 4: it is settled what will be changed.</summary>
public sealed class PlanProcessChange
{
    /// <summary>
    /// Says that it is settled what will be changed to solve a problem that is ASSIGNED; it is FIX_PLANNED then (action
    /// 4).
    /// </summary>
    /// <param name="input">Which problem.</param>
    [Role(Roles.Submit)]
    public static Task<PlanProcessChangePayload> PlanProcessChangeAsync(
        PlanProcessChangeInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            problem => new PlanProcessChangePayload { SystemicProblem = problem },
            session => PlanAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<SystemicProblem?> PlanAsync(
        PlanProcessChangeInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        if (await session.OwnAsync<SystemicProblem>(input.ProblemId, "problemId", cancellationToken) is not { } problem)
            return null;

        ProblemCannotMove.Check(problem, ProblemStatus.FixPlanned, session.Input, "problemId");
        if (!session.Input.IsGood)
            return null;

        problem.PlanFix();
        session.Announce(FeedKind.SystemicProblemMoved, problem);
        return problem;
    }
}
