namespace Cwa.Model;

// What becomes of an event after its report told it.
public sealed partial class Event
{
    /// <summary>Plans a cancelled event again, when an accepted amendment lists it once more.</summary>
    /// <exception cref="InvalidOperationException">The event is not cancelled.</exception>
    public void Reinstate() =>
        Status =
            Status == EventStatus.Cancelled
                ? EventStatus.Planned
                : throw new InvalidOperationException($"The event is {Status}, not cancelled.");

    /// <summary>Confirms that the event was held, or corrects its attendance.</summary>
    /// <exception cref="ArgumentException">The event starts after today, or an attendance comes without its
    /// method.</exception>
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

    /// <summary>Calls the event off.</summary>
    /// <exception cref="InvalidOperationException">The event was held, or is cancelled already.</exception>
    public EventOutcome Cancel(string reason, DateTime at, string by, Guid? id = null, DateTime? recordedAt = null)
    {
        MustNotBe(EventStatus.Held);
        MustNotBe(EventStatus.Cancelled);

        var outcome = EventOutcome.Cancelled(this, reason, at, by, id, recordedAt);
        Status = EventStatus.Cancelled;
        return outcome;
    }

    /// <summary>Puts the event off, to new dates or to none yet.</summary>
    /// <exception cref="ArgumentException">The new end is before the new start.</exception>
    /// <exception cref="InvalidOperationException">The event was held, or is cancelled.</exception>
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
