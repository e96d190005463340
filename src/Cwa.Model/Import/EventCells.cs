namespace Cwa.Model;

/// <summary>What became of a row's event, as exports write it. A file cannot change or contradict it.</summary>
internal sealed record EventCells(
    EventStatus? Status,
    long? Attendance,
    CountMethod? CountMethod,
    DateOnly? PostponedFrom
)
{
    public static readonly IReadOnlyList<string> Columns = ["status", "attendance", "count_method", "postponed_from"];

    public static EventCells Read(ImportRow row) =>
        new(
            row.Choice<EventStatus>("status"),
            row.Count("attendance", int.MaxValue),
            row.Choice<CountMethod>("count_method"),
            row.Day("postponed_from")
        );

    /// <summary>The columns in which the row contradicts the event; null is a new event.</summary>
    public IEnumerable<(string Column, string Reason)> Contradictions(Event? @event)
    {
        // A planned event becomes unconfirmed by itself, and may be planned again.
        if (Status is EventStatus.Held or EventStatus.Cancelled or EventStatus.Postponed && Status != @event?.Status)
            yield return ("status", Reason(@event?.Status, Status, "confirmEvent, cancelEvent or postponeEvent"));
        if (Attendance is not null && Attendance != @event?.Attendance)
            yield return ("attendance", Reason(@event?.Attendance, Attendance, "confirmEvent"));
        if (CountMethod is not null && CountMethod != @event?.CountMethod)
            yield return ("count_method", Reason(@event?.CountMethod, CountMethod, "confirmEvent"));
        if (PostponedFrom is not null && PostponedFrom != @event?.PostponedFrom)
            yield return ("postponed_from", Reason(@event?.PostponedFrom, PostponedFrom, "postponeEvent"));
    }

    private static string Reason(object? stands, object? said, string mutations) =>
        $"The event has {Shown(stands)} here, not {Shown(said)}. Leave the value out: "
        + $"only {mutations} can change it, a file cannot.";

    private static string Shown(object? value) =>
        value switch
        {
            null => "none",
            EventStatus status => Choices<EventStatus>.Name(status),
            CountMethod method => Choices<CountMethod>.Name(method),
            DateOnly day => $"{day:O}",
            _ => $"{value}",
        };
}
