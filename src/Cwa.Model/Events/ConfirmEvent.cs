namespace Cwa.Model;

/// <summary>
/// Confirms that an event was held, or corrects its attendance. An event can be confirmed from its first day on.
/// </summary>
[By(Role.Agency)]
public sealed record ConfirmEvent : Verb<Event>
{
    /// <summary>The id of an event that your agency leads.</summary>
    public required Id<Event> EventId { get; init; }

    /// <summary>How many people took part, 0 or more; left out if it is not known.</summary>
    public int? Attendance { get; init; }

    /// <summary>
    /// Whether the attendance was counted or estimated. Give it together with `attendance`, or neither.
    /// </summary>
    public CountMethod? CountMethod { get; init; }

    /// <inheritdoc/>
    public override async Task<Event?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        work.Check.NotNegative(Attendance, nameof(Attendance));
        if (Attendance is null != CountMethod is null)
            work.Refuse(new AttendanceNeedsMethod(), nameof(CountMethod));
        if (await work.OwnAsync(EventId, cancellationToken) is not { } @event)
            return null;

        if (@event.Status == EventStatus.Cancelled)
            work.Refuse(new EventDecided(@event), nameof(EventId));
        else if (@event.StartsOn > work.Today)
            work.Refuse(new EventNotHeldYet(@event.StartsOn), nameof(EventId));
        if (IsFarFrom(Attendance, @event.ExpectedReach))
            work.Warn($"The attendance is {Attendance}, but {@event.ExpectedReach} were expected.", nameof(Attendance));
        if (!work.IsGood)
            return null;

        work.Db.Add(@event.Confirm(work.Today, Attendance, CountMethod, work.Now, work.Actor));
        work.Announce(FeedKind.EventConfirmed, @event);
        return @event;
    }

    private static bool IsFarFrom(long? attendance, long? expected) =>
        attendance > 3 * expected || 3 * attendance < expected;
}
