using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>What was measured after a change, and whether it helped.</summary>
public sealed record VerifyProcessChangeInput : MutationInput
{
    /// <summary>The id of the change that was measured.</summary>
    [Id]
    public required string ChangeId { get; init; }

    /// <summary>The value after the change, in the change's unit.</summary>
    public required double After { get; init; }

    /// <summary>The day on which it was measured: not before the change took effect, and not in the future.</summary>
    public required DateOnly MeasuredOn { get; init; }

    /// <summary>Whether the change helped.</summary>
    public required bool Effective { get; init; }
}

/// <summary>The change with its effect, or why that was refused.</summary>
public sealed record VerifyProcessChangePayload : Payload
{
    /// <summary>The change; null when it was refused or only checked.</summary>
    public ProcessChange? ProcessChange { get; init; }
}

/// <summary>Action 4: an agency measures whether a change solved its problem.</summary>
public sealed class VerifyProcessChange
{
    /// <summary>
    /// Records what a change of process brought about: its problem is VERIFIED then, or NOT_EFFECTIVE and assigned
    /// again (action 4).
    /// </summary>
    /// <param name="input">What was measured.</param>
    [Role(Roles.Submit)]
    public static Task<VerifyProcessChangePayload> VerifyProcessChangeAsync(
        VerifyProcessChangeInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            change => new VerifyProcessChangePayload { ProcessChange = change },
            session => VerifyAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<ProcessChange?> VerifyAsync(
        VerifyProcessChangeInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.HasCome(input.MeasuredOn, session.Today, "measuredOn");
        if (
            await session.OwnAsync<ProcessChange>(
                input.ChangeId,
                "changeId",
                c => c.Problem.AgencyId,
                cancellationToken
            )
            is not { } change
        )
            return null;

        var problem = await session.Db.SystemicProblems.SingleAsync(p => p.Id == change.ProblemId, cancellationToken);
        if (problem.Status == ProblemStatus.Changed && change.MeasuredOn is not null)
            check.Refuse(new EffectAlreadyMeasured(change, check.Path("changeId")));
        else
            ProblemCannotMove.Check(problem, ProblemStatus.Verified, check, "changeId");
        if (input.MeasuredOn < change.EffectiveOn)
            check.Refuse(new MeasuredBeforeChange(change.EffectiveOn, check.Path("measuredOn")));
        if (input.Effective && input.After == change.Before)
            check.Warn("The value is the same after the change as before it.", "effective");
        if (!check.IsGood)
            return null;

        if (input.Effective)
            problem.Verify(change, input.After, input.MeasuredOn);
        else
            problem.FindNotEffective(change, input.After, input.MeasuredOn);
        session.Audit(change, problem.AgencyId);
        session.Announce(FeedKind.SystemicProblemMoved, problem);
        return change;
    }
}
