using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>What was changed to solve a problem.</summary>
public sealed record RecordProcessChangeInput : MutationInput
{
    /// <summary>The id of the systemic problem that the change is to solve.</summary>
    [Id]
    public required string ProblemId { get; init; }

    /// <summary>The first day on which the changed process is used.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>What was changed, 1–4000 characters.</summary>
    public required string Description { get; init; }

    /// <summary>
    /// What `before`, and later `after`, count, for example "days to answer a letter"; 1–100 characters.
    /// </summary>
    public required string Unit { get; init; }

    /// <summary>The value before the change; left out when it was not measured then.</summary>
    public double? Before { get; init; }
}

/// <summary>The change, or why it was refused.</summary>
public sealed record RecordProcessChangePayload : Payload
{
    /// <summary>The new change; null when it was refused or only checked.</summary>
    public ProcessChange? ProcessChange { get; init; }
}

/// <summary>Action 4: an agency changes a process that did not serve customers well.</summary>
public sealed class RecordProcessChange
{
    /// <summary>
    /// Records the change of process that is to solve a problem that is FIX_PLANNED; it is CHANGED then (action 4).
    /// </summary>
    /// <param name="input">What was changed.</param>
    [Role(Roles.Submit)]
    public static Task<RecordProcessChangePayload> RecordProcessChangeAsync(
        RecordProcessChangeInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            change => new RecordProcessChangePayload { ProcessChange = change },
            session => RecordAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<ProcessChange?> RecordAsync(
        RecordProcessChangeInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Description, 4000, "description");
        check.Text(input.Unit, 100, "unit");
        if (input.EffectiveOn > session.Today)
            check.Warn("The change takes effect in the future.", "effectiveOn");
        if (await session.OwnAsync<SystemicProblem>(input.ProblemId, "problemId", cancellationToken) is not { } problem)
            return null;

        ProblemCannotMove.Check(problem, ProblemStatus.Changed, check, "problemId");
        if (input.EffectiveOn < problem.FoundOn)
            check.Warn("The change takes effect before the day on which the problem was found.", "effectiveOn");
        if (!check.IsGood)
            return null;

        var change = problem.Change(input.EffectiveOn, input.Description, input.Unit, input.Before);
        session.Db.Add(change);
        session.Announce(FeedKind.ProcessChangeRecorded, change, change.Id, problem.AgencyId);
        session.Announce(FeedKind.SystemicProblemMoved, problem);
        return change;
    }
}
