using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>What was done about a finding.</summary>
public sealed record RecordActionInput : MutationInput
{
    /// <summary>The id of the finding on which the agency acted.</summary>
    [Id]
    public required string FindingId { get; init; }

    /// <summary>What was done, 1–2000 characters.</summary>
    public required string Description { get; init; }

    /// <summary>The day on which it was done.</summary>
    public required DateOnly TakenOn { get; init; }
}

/// <summary>The action, or why it was refused.</summary>
public sealed record RecordActionPayload : Payload
{
    /// <summary>The action; null when it was refused or only checked.</summary>
    public FindingAction? Action { get; init; }
}

/// <summary>Action 5: what was done about a finding.</summary>
public sealed class RecordAction
{
    /// <summary>Records what an agency did about a finding (action 5).</summary>
    /// <param name="input">What was done.</param>
    [Role(Roles.Submit)]
    public static Task<RecordActionPayload> RecordActionAsync(
        RecordActionInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            action => new RecordActionPayload { Action = action },
            session => DoAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<FindingAction?> DoAsync(
        RecordActionInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Description, 2000, "description");
        if (input.TakenOn > session.Today)
            check.Warn("The action is dated in the future.", "takenOn");
        if (
            await session.OwnAsync<Finding>(input.FindingId, "findingId", cancellationToken) is not { } finding
            || !check.IsGood
        )
            return null;

        if (input.TakenOn < finding.FoundOn)
            check.Warn("The action is dated before the finding.", "takenOn");
        var action = new FindingAction(finding.Id, input.Description, input.TakenOn);
        session.Db.Add(action);
        session.Announce(FeedKind.ActionRecorded, action, action.Id, finding.AgencyId);
        return action;
    }
}
