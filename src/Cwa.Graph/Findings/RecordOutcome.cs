using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>What an action changed.</summary>
public sealed record RecordOutcomeInput : MutationInput
{
    /// <summary>The id of the action that led to it.</summary>
    [Id]
    public required string ActionId { get; init; }

    /// <summary>What changed, 1–2000 characters.</summary>
    public required string Description { get; init; }

    /// <summary>The day on which the change was observed.</summary>
    public required DateOnly ObservedOn { get; init; }
}

/// <summary>The outcome, or why it was refused.</summary>
public sealed record RecordOutcomePayload : Payload
{
    /// <summary>The outcome; null when it was refused or only checked.</summary>
    public FindingOutcome? Outcome { get; init; }
}

/// <summary>Action 5: what an action changed for customers.</summary>
public sealed class RecordOutcome
{
    /// <summary>Records what an action changed for customers (action 5).</summary>
    /// <param name="input">What changed.</param>
    [Role(Roles.Submit)]
    public static Task<RecordOutcomePayload> RecordOutcomeAsync(
        RecordOutcomeInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            outcome => new RecordOutcomePayload { Outcome = outcome },
            session => DoAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<FindingOutcome?> DoAsync(
        RecordOutcomeInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Description, 2000, "description");
        if (input.ObservedOn > session.Today)
            check.Warn("The change is dated in the future.", "observedOn");
        if (
            await session.OwnAsync<FindingAction>(
                input.ActionId,
                "actionId",
                a => a.Finding.AgencyId,
                cancellationToken
            )
                is not { } action
            || !check.IsGood
        )
            return null;

        if (input.ObservedOn < action.TakenOn)
            check.Warn("The change is dated before the action.", "observedOn");
        var agencyId = await session
            .Db.Findings.Where(f => f.Id == action.FindingId)
            .Select(f => f.AgencyId)
            .SingleAsync(cancellationToken);
        var outcome = new FindingOutcome(action.Id, input.Description, input.ObservedOn);
        session.Db.Add(outcome);
        session.Announce(FeedKind.OutcomeRecorded, outcome, outcome.Id, agencyId);
        return outcome;
    }
}
