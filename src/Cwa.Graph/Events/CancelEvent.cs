using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>Which event is called off, and why.</summary>
public sealed record CancelEventInput : MutationInput
{
    /// <summary>The id of the event that is called off; your agency leads it.</summary>
    [Id]
    public required string EventId { get; init; }

    /// <summary>Why, 1–1000 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>The cancelled event, or why that was refused.</summary>
public sealed record CancelEventPayload : Payload
{
    /// <summary>The event; null when it was refused or only checked.</summary>
    public Event? Event { get; init; }
}

/// <summary>A conversation is called off.</summary>
public sealed class CancelEvent
{
    /// <summary>Calls an event off. It stays in its report and reads CANCELLED.</summary>
    /// <param name="input">Which event, and why.</param>
    [Role(Roles.Submit)]
    public static Task<CancelEventPayload> CancelEventAsync(
        CancelEventInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            @event => new CancelEventPayload { Event = @event },
            session => DoAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<Event?> DoAsync(
        CancelEventInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Reason, 1000, "reason");
        if (await session.OwnAsync<Event>(input.EventId, "eventId", cancellationToken) is not { } @event)
            return null;

        if (@event.Status is EventStatus.Held or EventStatus.Cancelled)
            check.Refuse(new EventDecided(@event, check.Path("eventId")));
        if (!check.IsGood)
            return null;

        session.Db.Add(@event.Cancel(input.Reason, session.Now, session.Actor));
        session.Announce(FeedKind.EventCancelled, @event);
        return @event;
    }
}
