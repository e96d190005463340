using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Which event is put off, why, and to when.</summary>
public sealed record PostponeEventInput : MutationInput
{
    /// <summary>The id of the event that is put off; your agency leads it.</summary>
    [Id]
    public required string EventId { get; init; }

    /// <summary>Why, 1–1000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The new first day; left out when it is not known yet.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The new last day; left out for an event of one day, and when the first is not known yet.</summary>
    public DateOnly? EndsOn { get; init; }
}

/// <summary>The postponed event, or why that was refused.</summary>
public sealed record PostponeEventPayload : Payload
{
    /// <summary>The event; null when it was refused or only checked.</summary>
    public Event? Event { get; init; }
}

/// <summary>A conversation is put off.</summary>
public sealed class PostponeEvent
{
    /// <summary>
    /// Puts an event off, to new days or to none yet. It keeps its id, also into the report of a later month.
    /// </summary>
    /// <param name="input">Which event, why, and to when.</param>
    [Role(Roles.Submit)]
    public static Task<PostponeEventPayload> PostponeEventAsync(
        PostponeEventInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            @event => new PostponeEventPayload { Event = @event },
            session => DoAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<Event?> DoAsync(
        PostponeEventInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Reason, 1000, "reason");
        check.InOrder(input.StartsOn, input.EndsOn, "endsOn");
        if (input.StartsOn is null && input.EndsOn is not null)
            check.Refuse(new EndWithoutStart(check.Path("endsOn")));
        if (input.StartsOn < session.Today)
            check.Warn("The new first day has passed.", "startsOn");
        if (await session.OwnAsync<Event>(input.EventId, "eventId", cancellationToken) is not { } @event)
            return null;

        if (@event.Status is EventStatus.Held or EventStatus.Cancelled)
            check.Refuse(new EventDecided(@event, check.Path("eventId")));
        if (!check.IsGood)
            return null;

        session.Db.Add(@event.Postpone(input.Reason, input.StartsOn, input.EndsOn, session.Now, session.Actor));
        session.Announce(FeedKind.EventPostponed, @event);
        return @event;
    }
}
