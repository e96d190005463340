using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>Cancels an event. It stays in its report, with the status CANCELLED.</summary>
[By(Role.Agency)]
public sealed record CancelEvent : Verb<Event>
{
    /// <summary>The id of an event that your agency leads.</summary>
    public required Id<Event> EventId { get; init; }

    /// <summary>Why the event is cancelled.</summary>
    [MaxLength(EventOutcome.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<Event?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(EventId, cancellationToken) is not { } @event)
            return null;

        if (@event.Status is EventStatus.Held or EventStatus.Cancelled)
            work.Refuse(new EventDecided(@event), nameof(EventId));
        if (!work.IsGood)
            return null;

        work.Db.Add(@event.Cancel(Reason, work.Now, work.Actor));
        work.Announce(FeedKind.EventCancelled, @event);
        return @event;
    }
}
