using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;

namespace Cwa.Graph;

/// <summary>That an event was held, and how many took part.</summary>
public sealed record ConfirmEventInput : MutationInput
{
    /// <summary>The id of the event that was held; your agency leads it.</summary>
    [Id]
    public required string EventId { get; init; }

    /// <summary>How many people took part, 0 or more; left out when it is not known.</summary>
    public int? Attendance { get; init; }

    /// <summary>Whether the attendance was counted or estimated; given exactly when an attendance is.</summary>
    public CountMethod? CountMethod { get; init; }
}

/// <summary>The confirmed event, or why that was refused.</summary>
public sealed record ConfirmEventPayload : Payload
{
    /// <summary>The event; null when it was refused or only checked.</summary>
    public Event? Event { get; init; }
}

/// <summary>Action 1: a conversation was held.</summary>
public sealed class ConfirmEvent
{
    /// <summary>
    /// Confirms that an event was held, or corrects its attendance. It can be confirmed from its first day.
    /// </summary>
    /// <param name="input">Which event, and how many took part.</param>
    [Role(Roles.Submit)]
    public static Task<ConfirmEventPayload> ConfirmEventAsync(
        ConfirmEventInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            @event => new ConfirmEventPayload { Event = @event },
            session => DoAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<Event?> DoAsync(
        ConfirmEventInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.NotNegative(input.Attendance, "attendance");
        if (input.Attendance is null != input.CountMethod is null)
            check.Refuse(new AttendanceNeedsMethod(check.Path("countMethod")));
        if (await session.OwnAsync<Event>(input.EventId, "eventId", cancellationToken) is not { } @event)
            return null;

        if (@event.Status == EventStatus.Cancelled)
            check.Refuse(new EventDecided(@event, check.Path("eventId")));
        else if (@event.StartsOn > session.Today)
            check.Refuse(new EventNotHeldYet(@event.StartsOn, check.Path("eventId")));
        if (IsFarFrom(input.Attendance, @event.ExpectedReach))
            check.Warn($"{input.Attendance} took part where {@event.ExpectedReach} were expected.", "attendance");
        if (!check.IsGood)
            return null;

        session.Db.Add(@event.Confirm(session.Today, input.Attendance, input.CountMethod, session.Now, session.Actor));
        session.Announce(FeedKind.EventConfirmed, @event);
        return @event;
    }

    private static bool IsFarFrom(long? attendance, long? expected) =>
        attendance > 3 * expected || 3 * attendance < expected;
}
