using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Withdraws an event that was marked as held by mistake. It becomes CANCELLED and loses its attendance; what was
/// recorded before stays in its outcomes.
/// </summary>
[By(Role.Agency)]
public sealed record WithdrawEvent : Verb<Event>
{
    /// <summary>The id of a held event that your agency leads.</summary>
    public required Id<Event> EventId { get; init; }

    /// <summary>Why the event does not count as held.</summary>
    [MaxLength(EventOutcome.LongestReason)]
    public required string Reason { get; init; }

    /// <inheritdoc/>
    public override async Task<Event?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(EventId, cancellationToken) is not { } @event)
            return null;

        if (@event.Status != EventStatus.Held)
            work.Refuse(new EventNotHeld(@event), nameof(EventId));
        if (
            await work.Db.ProblemSolvingOutcomes.SingleOrDefaultAsync(o => o.EventId == @event.Id, cancellationToken) is
            { } achieved
        )
            work.Refuse(new OutcomeAlreadyRecorded(achieved), nameof(EventId));
        if (!work.IsGood)
            return null;

        work.Db.Add(@event.Withdraw(Reason, work.Now, work.Actor));
        work.Announce(FeedKind.EventWithdrawn, @event);
        return @event;
    }
}

/// <summary>The event is not marked as held.</summary>
public sealed record EventNotHeld(Event Existing) : Refusal
{
    /// <summary>The event as it stands.</summary>
    public Event Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message =>
        "This event is not marked as held. An event that will not take place is cancelled with `cancelEvent`.";
}
