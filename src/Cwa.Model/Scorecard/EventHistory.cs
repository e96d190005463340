namespace Cwa.Model;

/// <summary>What was reported about one event and when, so that it can be seen as it stood on any day.</summary>
public sealed record EventHistory
{
    /// <summary>The event.</summary>
    public required Guid EventId { get; init; }

    /// <summary>What the revisions of its report said, at least one.</summary>
    public required IReadOnlyList<EventTold> Told { get; init; }

    /// <summary>What became of it.</summary>
    public IReadOnlyList<EventSaid> Said { get; init; } = [];

    /// <summary>What the agency said later of what the revisions left out.</summary>
    public IReadOnlyList<EventAdded> Added { get; init; } = [];

    /// <summary>Whether it is known what problems it solved. That counts from its last day.</summary>
    public bool HasResults { get; init; }

    /// <summary>
    /// The event as it stood at the end of a Washington day; null when it had not begun, was cancelled, or was
    /// postponed without a new day. The first report counts from the event's own first day, since an event that was
    /// reported late took place all the same. A change counts from the day on which it was reported.
    /// </summary>
    public EventOnDay? On(DateOnly day)
    {
        var end = Washington.EndOf(day);
        var told = Completed(InForce(end), end);
        var (startsOn, endsOn, status, attendance) = (told.StartsOn, told.EndsOn, EventStatus.Planned, (int?)null);
        foreach (var said in Said.Where(s => s.At < end).OrderBy(s => s.At))
        {
            // A later revision describes the event anew. It leaves HELD as it is, and CANCELLED until NPR accepts the
            // revision.
            var stands = said.At >= told.SubmittedAt;
            if (said.Status == EventStatus.Held)
                (status, attendance) = (EventStatus.Held, said.Attendance);
            else if (said.Status == EventStatus.Cancelled && (stands || !(told.AcceptedAt < end)))
                status = EventStatus.Cancelled;
            else if (said.Status == EventStatus.Postponed && stands)
                (status, startsOn, endsOn) = said is { StartsOn: { } start, EndsOn: { } last }
                    ? (EventStatus.Planned, start, last)
                    : (said.Status, startsOn, endsOn);
        }

        if (startsOn > day || status is EventStatus.Cancelled or EventStatus.Postponed)
            return null;

        return new(
            this,
            told,
            startsOn,
            endsOn,
            status == EventStatus.Held || (HasResults && endsOn <= day),
            attendance,
            HasResults && endsOn <= day
        );
    }

    // What was said before the revision is in it, or was withdrawn by it.
    private EventTold Completed(EventTold told, DateTime end) =>
        Added
            .Where(added => added.At < end && added.At >= told.SubmittedAt)
            .OrderBy(added => added.At)
            .Aggregate(
                told,
                (said, added) =>
                    said with
                    {
                        Medium = said.Medium ?? added.Medium,
                        Format = said.Format ?? added.Format,
                        PlaceKind = said.PlaceKind ?? added.PlaceKind,
                        State = said.PlaceKind is null ? added.State : said.State,
                    }
            );

    // The newest accepted revision or, until one is accepted, the newest that was sent; before any was sent, the first.
    private EventTold InForce(DateTime end)
    {
        var sent = Told.Where(t => t.SubmittedAt < end).OrderBy(t => t.SubmittedAt).ToList();
        return sent.FindLast(t => t.AcceptedAt < end) ?? sent.LastOrDefault() ?? Told.MinBy(t => t.SubmittedAt)!;
    }
}

/// <summary>What one revision of a monthly report said of an event.</summary>
public sealed record EventTold
{
    /// <summary>When the revision was sent to NPR, in UTC.</summary>
    public required DateTime SubmittedAt { get; init; }

    /// <summary>When NPR accepted it, in UTC; null when it did not.</summary>
    public DateTime? AcceptedAt { get; init; }

    /// <summary>The agencies that hold the event, the one that reports it among them.</summary>
    public required IReadOnlyList<Guid> HostIds { get; init; }

    /// <summary>The event's first day.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The event's last day.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>How it reaches people; null if not said.</summary>
    public Medium? Medium { get; init; }

    /// <summary>The form it takes; null if not said.</summary>
    public EventFormat? Format { get; init; }

    /// <summary>Whether it is at a place, across the nation or online; null if not said.</summary>
    public PlaceKind? PlaceKind { get; init; }

    /// <summary>The state or territory of one at a place.</summary>
    public StateCode? State { get; init; }
}

/// <summary>What became of an event.</summary>
/// <param name="At">When the agency said so, in UTC.</param>
/// <param name="Status">HELD, CANCELLED or POSTPONED.</param>
/// <param name="Attendance">How many took part, if it was held.</param>
/// <param name="StartsOn">The new first day, if it was postponed to one.</param>
/// <param name="EndsOn">The new last day.</param>
public sealed record EventSaid(
    DateTime At,
    EventStatus Status,
    int? Attendance = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null
);

/// <summary>What was said of an event after its report had left it out.</summary>
/// <param name="At">When the agency said so, in UTC.</param>
/// <param name="Medium">How it reaches people; null if that was not said then, as for the others.</param>
/// <param name="Format">The form it takes.</param>
/// <param name="PlaceKind">Whether it is at a place, across the nation or online.</param>
/// <param name="State">The state or territory of one at a place.</param>
public sealed record EventAdded(
    DateTime At,
    Medium? Medium = null,
    EventFormat? Format = null,
    PlaceKind? PlaceKind = null,
    StateCode? State = null
);

/// <summary>A conversation that had begun by the end of a day, as it stood then.</summary>
/// <param name="History">The event's history.</param>
/// <param name="Told">The revision in force.</param>
/// <param name="StartsOn">Its first day.</param>
/// <param name="EndsOn">Its last day.</param>
/// <param name="IsHeld">Whether it was confirmed as held, or has results.</param>
/// <param name="Attendance">How many took part, if known.</param>
/// <param name="HasResults">Whether it is over and what it solved is known.</param>
public sealed record EventOnDay(
    EventHistory History,
    EventTold Told,
    DateOnly StartsOn,
    DateOnly EndsOn,
    bool IsHeld,
    int? Attendance,
    bool HasResults
)
{
    /// <summary>What it counts for one of its agencies.</summary>
    public ConversationCount CountFor(Guid agencyId) =>
        new()
        {
            AgencyId = agencyId,
            From = ReportMonth.Of(StartsOn),
            To = ReportMonth.Of(EndsOn),
            Medium = Told.Medium,
            IsProblemSolving = Told.Format == EventFormat.ProblemSolvingDay,
            IsHeld = IsHeld,
            Count = 1,
            Attended = Attendance is null ? 0 : 1,
            Attendance = Attendance ?? 0,
            EventId = History.EventId,
        };

    /// <summary>
    /// What it is for one of its agencies if it solved problems and is no problem-solving day; else null.
    /// </summary>
    public DatedRecord? VenueFor(Guid agencyId) =>
        HasResults && Told.Format != EventFormat.ProblemSolvingDay
            ? new(agencyId, History.EventId, RecordKind.OtherVenue, EndsOn)
            : null;

    /// <summary>Where it was, for one of its agencies.</summary>
    public ConversationPlace PlaceFor(Guid agencyId) => new(agencyId, Told.PlaceKind, Told.State, 1);
}
