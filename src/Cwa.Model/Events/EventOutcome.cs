using System.ComponentModel.DataAnnotations;

namespace Cwa.Model;

/// <summary>
/// What became of an event after it was reported: the agency said that it was held, cancelled or postponed. An outcome
/// never changes; a later one corrects it.
/// </summary>
public sealed class EventOutcome
{
    internal const int LongestBy = 200;
    internal const int LongestReason = 1000;

    private EventOutcome() { } // EF Core

    private EventOutcome(Event @event, EventStatus status, DateTime at, string by, Guid? id, DateTime? recordedAt)
    {
        Id = id ?? Guid.CreateVersion7();
        EventId = @event.Id;
        Status = status;
        At = Require.Utc(at);
        By = Require.Text(by, LongestBy);
        RecordedAt = Require.Stamp(recordedAt);
    }

    /// <summary>The outcome's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The id of the event.</summary>
    public Guid EventId { get; private init; }

    /// <summary>The event.</summary>
    public Event Event { get; private init; } = null!;

    /// <summary>HELD, CANCELLED or POSTPONED.</summary>
    public EventStatus Status { get; private init; }

    /// <summary>When the agency said so, in UTC.</summary>
    public DateTime At { get; private init; }

    /// <summary>Who said so.</summary>
    [MaxLength(LongestBy)]
    public string By { get; private init; } = "";

    /// <summary>Why the event was cancelled or postponed; null for an event that was held.</summary>
    [MaxLength(LongestReason)]
    public string? Reason { get; private init; }

    /// <summary>How many people took part in an event that was held, 0 or more; null if not known.</summary>
    public int? Attendance { get; private init; }

    /// <summary>Whether the attendance was counted or estimated; null if there is none.</summary>
    public CountMethod? CountMethod { get; private init; }

    /// <summary>The new first day of a postponed event; null if not known yet.</summary>
    public DateOnly? NewStartsOn { get; private init; }

    /// <summary>The new last day of a postponed event; null if the first is not known yet.</summary>
    public DateOnly? NewEndsOn { get; private init; }

    /// <summary>When the outcome was stored, in UTC.</summary>
    public DateTime RecordedAt { get; private init; }

    internal static EventOutcome Held(
        Event @event,
        int? attendance,
        CountMethod? countMethod,
        DateTime at,
        string by,
        Guid? id,
        DateTime? recordedAt
    )
    {
        if ((attendance is null) != (countMethod is null))
            throw new ArgumentException("An attendance and its count method go together.", nameof(countMethod));

        return new(@event, EventStatus.Held, at, by, id, recordedAt)
        {
            Attendance = Require.NotNegative(attendance),
            CountMethod = Require.Defined(countMethod),
        };
    }

    internal static EventOutcome Cancelled(
        Event @event,
        string reason,
        DateTime at,
        string by,
        Guid? id,
        DateTime? recordedAt
    ) => new(@event, EventStatus.Cancelled, at, by, id, recordedAt) { Reason = Require.Text(reason, LongestReason) };

    internal static EventOutcome Postponed(
        Event @event,
        string reason,
        DateOnly? newStartsOn,
        DateOnly? newEndsOn,
        DateTime at,
        string by,
        Guid? id,
        DateTime? recordedAt
    )
    {
        var end = newEndsOn ?? newStartsOn;
        if (newStartsOn is null && end is not null || end < newStartsOn)
            throw new ArgumentException(
                $"A postponed event cannot last from {newStartsOn:O} to {end:O}.",
                nameof(newEndsOn)
            );

        return new(@event, EventStatus.Postponed, at, by, id, recordedAt)
        {
            Reason = Require.Text(reason, LongestReason),
            NewStartsOn = newStartsOn,
            NewEndsOn = end,
        };
    }
}
