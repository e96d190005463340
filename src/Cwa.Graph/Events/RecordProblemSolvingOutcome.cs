using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>What a problem-solving day achieved.</summary>
public sealed record RecordProblemSolvingOutcomeInput : MutationInput
{
    /// <summary>The problem-solving day's id.</summary>
    [Id]
    public required string EventId { get; init; }

    /// <summary>How many customers came by appointment, 0 or more.</summary>
    public required int Appointments { get; init; }

    /// <summary>How many customers came without one, 0 or more.</summary>
    public required int WalkIns { get; init; }

    /// <summary>How many problems were solved by telephone, with no need to come, 0 or more.</summary>
    public required int SolvedByPhone { get; init; }

    /// <summary>How many cases were opened, 0 or more.</summary>
    public required int CasesOpened { get; init; }

    /// <summary>How many cases were resolved, 0 or more; earlier cases may be among them.</summary>
    public required int CasesResolved { get; init; }

    /// <summary>
    /// What customers came about most, the most frequent first, at most 10 of at most 200 characters.
    /// </summary>
    [DefaultAstValue("[]")]
    public IReadOnlyList<string> TopIssues { get; init; } = [];
}

/// <summary>The outcome, or why it was refused.</summary>
public sealed record RecordProblemSolvingOutcomePayload : Payload
{
    /// <summary>The outcome; null when it was refused or only checked.</summary>
    public ProblemSolvingOutcome? ProblemSolvingOutcome { get; init; }
}

/// <summary>Action 4: what a problem-solving day achieved.</summary>
public sealed class RecordProblemSolvingOutcome
{
    /// <summary>Records what a problem-solving day achieved (action 4), once for each.</summary>
    /// <param name="input">What it achieved.</param>
    [Role(Roles.Submit)]
    public static Task<RecordProblemSolvingOutcomePayload> RecordProblemSolvingOutcomeAsync(
        RecordProblemSolvingOutcomeInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            problemSolvingOutcome => new RecordProblemSolvingOutcomePayload
            {
                ProblemSolvingOutcome = problemSolvingOutcome,
            },
            session => DoAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<ProblemSolvingOutcome?> DoAsync(
        RecordProblemSolvingOutcomeInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.NotNegative(input.Appointments, "appointments");
        check.NotNegative(input.WalkIns, "walkIns");
        check.NotNegative(input.SolvedByPhone, "solvedByPhone");
        check.NotNegative(input.CasesOpened, "casesOpened");
        check.NotNegative(input.CasesResolved, "casesResolved");
        check.Texts(input.TopIssues, 10, 200, "topIssues");
        if (await session.OwnAsync<Event>(input.EventId, "eventId", cancellationToken) is not { } @event)
            return null;

        if (@event.Format != EventFormat.ProblemSolvingDay)
            check.Refuse(new NotAProblemSolvingDay(@event, check.Path("eventId")));
        else if (@event.Status == EventStatus.Cancelled)
            check.Refuse(new EventDecided(@event, check.Path("eventId")));
        else if (@event.StartsOn > session.Today)
            check.Refuse(new EventNotHeldYet(@event.StartsOn, check.Path("eventId")));
        if (
            await session.Db.ProblemSolvingOutcomes.SingleOrDefaultAsync(
                o => o.EventId == @event.Id,
                cancellationToken
            ) is
            { } existing
        )
            check.Refuse(new OutcomeAlreadyRecorded(existing, check.Path("eventId")));
        if (@event.Status != EventStatus.Held)
            check.Warn("The event is not confirmed yet.", "eventId");
        if (!check.IsGood)
            return null;

        var outcome = new ProblemSolvingOutcome(
            @event,
            input.Appointments,
            input.WalkIns,
            input.SolvedByPhone,
            input.CasesOpened,
            input.CasesResolved,
            input.TopIssues
        );
        session.Db.Add(outcome);
        session.Announce(FeedKind.ProblemSolvingOutcomeRecorded, outcome, outcome.Id, @event.AgencyId);
        return outcome;
    }
}
