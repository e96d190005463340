using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// Postpones an event to new days, or to days that are not known yet. It keeps its id, even in the report of a later
/// month.
/// </summary>
[By(Role.Agency)]
public sealed record PostponeEvent : Verb<Event>
{
    /// <summary>The id of an event that your agency leads.</summary>
    public required Id<Event> EventId { get; init; }

    /// <summary>Why the event is postponed.</summary>
    [MaxLength(EventOutcome.LongestReason)]
    public required string Reason { get; init; }

    /// <summary>The new first day; left out if it is not known yet.</summary>
    public DateOnly? StartsOn { get; init; }

    /// <summary>The new last day; left out for an event of one day, or if the first is not known yet.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <inheritdoc/>
    public override async Task<Event?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        work.Check.InOrder(StartsOn, EndsOn, nameof(EndsOn));
        if (StartsOn is null && EndsOn is not null)
            work.Refuse(new EndWithoutStart(), nameof(EndsOn));
        if (StartsOn < work.Today)
            work.Warn("The new first day is in the past.", nameof(StartsOn));
        if (await work.OwnAsync(EventId, cancellationToken) is not { } @event)
            return null;

        if (@event.Status is EventStatus.Held or EventStatus.Cancelled)
            work.Refuse(new EventDecided(@event), nameof(EventId));
        if (!work.IsGood)
            return null;

        work.Db.Add(@event.Postpone(Reason, StartsOn, EndsOn, work.Now, work.Actor));
        work.Announce(FeedKind.EventPostponed, @event);
        return @event;
    }
}
