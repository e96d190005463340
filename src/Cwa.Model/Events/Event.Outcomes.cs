namespace Cwa.Model;

// What becomes of an event after it was reported.
public sealed partial class Event
{
    /// <summary>Plans a cancelled event again, because an accepted amendment lists it.</summary>
    /// <exception cref="InvalidOperationException">The event is not cancelled.</exception>
    public void Reinstate() =>
        Status =
            Status == EventStatus.Cancelled
                ? EventStatus.Planned
                : throw new InvalidOperationException($"The event is {Status}, not cancelled.");

    /// <summary>Confirms that the event was held, or corrects its attendance.</summary>
    /// <exception cref="ArgumentException">The event starts after today, or only one of attendance and method is
    /// given.</exception>
    /// <exception cref="InvalidOperationException">The event is cancelled.</exception>
    public EventOutcome Confirm(
        DateOnly today,
        int? attendance,
        CountMethod? countMethod,
        DateTime at,
        string by,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        if (StartsOn > today)
            throw new ArgumentException(
                $"An event that starts on {StartsOn:O} has not been held on {today:O}.",
                nameof(today)
            );
        MustNotBe(EventStatus.Cancelled);

        var outcome = EventOutcome.Held(this, attendance, countMethod, at, by, id, recordedAt);
        (Status, Attendance, CountMethod) = (EventStatus.Held, attendance, countMethod);
        return outcome;
    }

    /// <summary>Cancels the event.</summary>
    /// <exception cref="InvalidOperationException">The event was held or cancelled.</exception>
    public EventOutcome Cancel(string reason, DateTime at, string by, Guid? id = null, DateTime? recordedAt = null)
    {
        MustNotBe(EventStatus.Held);
        MustNotBe(EventStatus.Cancelled);

        var outcome = EventOutcome.Cancelled(this, reason, at, by, id, recordedAt);
        Status = EventStatus.Cancelled;
        return outcome;
    }

    /// <summary>Says that the event, marked as held by mistake, did not take place.</summary>
    /// <exception cref="InvalidOperationException">The event was not held.</exception>
    public EventOutcome Withdraw(string reason, DateTime at, string by, Guid? id = null, DateTime? recordedAt = null)
    {
        if (Status != EventStatus.Held)
            throw new InvalidOperationException($"The event is {Status}, not held.");

        var outcome = EventOutcome.Cancelled(this, reason, at, by, id, recordedAt);
        (Status, Attendance, CountMethod) = (EventStatus.Cancelled, null, null);
        return outcome;
    }

    /// <summary>Postpones the event to new days, or to days that are not known yet.</summary>
    /// <exception cref="ArgumentException">The new end is before the new start.</exception>
    /// <exception cref="InvalidOperationException">The event was held or cancelled.</exception>
    public EventOutcome Postpone(
        string reason,
        DateOnly? newStartsOn,
        DateOnly? newEndsOn,
        DateTime at,
        string by,
        Guid? id = null,
        DateTime? recordedAt = null
    )
    {
        MustNotBe(EventStatus.Held);
        MustNotBe(EventStatus.Cancelled);

        var outcome = EventOutcome.Postponed(this, reason, newStartsOn, newEndsOn, at, by, id, recordedAt);
        Status = EventStatus.Postponed;
        if (outcome.NewStartsOn is { } start && outcome.NewEndsOn is { } end)
            (PostponedFrom, StartsOn, EndsOn) = (StartsOn, start, end);
        return outcome;
    }

    private void MustNotBe(EventStatus status)
    {
        if (Status == status)
            throw new InvalidOperationException($"The event is {status}.");
    }
}
