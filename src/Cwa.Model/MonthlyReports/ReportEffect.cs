namespace Cwa.Model;

/// <summary>What the next revision of a report does with the month's events, compared with how they stand.</summary>
/// <param name="events">The events that the revision lists.</param>
/// <param name="now">The events of the month's reports, as they stand.</param>
/// <param name="agencyId">The reporting agency.</param>
/// <param name="month">The report's month.</param>
internal sealed class ReportEffect(
    IReadOnlyList<MatchedEvent> events,
    IReadOnlyList<Event> now,
    Guid agencyId,
    ReportMonth month
)
{
    private readonly IReadOnlyList<Event> _leftOut =
    [
        .. now.ExceptBy(events.Select(e => e.EventId), e => (Guid?)e.Id)
            .Where(e => month.Contains(e.StartsOn))
            .OrderBy(e => e.StartsOn)
            .ThenBy(e => e.Id),
    ];

    /// <summary>The events that are left out although they were held.</summary>
    public IReadOnlyList<Event> HeldLeftOut => [.. _leftOut.Where(e => e.Status == EventStatus.Held)];

    /// <summary>The events that are left out and will be cancelled.</summary>
    public IEnumerable<Event> Cancelled =>
        _leftOut.Where(e => e.Status is EventStatus.Planned or EventStatus.Postponed);

    /// <summary>What is different, in the order of the report, then what is cancelled.</summary>
    public IReadOnlyList<ReportChange> Changes =>
        [.. events.Select(ChangeOf).OfType<ReportChange>(), .. Cancelled.Select(CancelOf)];

    /// <summary>The event, left out by the report, that a new one looks like; null if there is none.</summary>
    public Event? Like(MatchedEvent @event) =>
        @event is { Stored: null, Told: null } ? _leftOut.FirstOrDefault(e => IsLike(@event.Planned.Facts, e)) : null;

    private ReportChange? ChangeOf(MatchedEvent @event)
    {
        var (planned, id) = (@event.Planned, @event.EventId!.Value);
        if (@event.Stored is not { } stored)
            return new(ReportChangeKind.Adds, agencyId, month, id, null, planned.Facts);

        var isOff = stored.Status is EventStatus.Cancelled or EventStatus.Postponed;
        return isOff || !planned.IsToldBy(stored)
            ? new(ReportChangeKind.Changes, agencyId, month, id, stored.Facts(), planned.Facts)
            : null;
    }

    private ReportChange CancelOf(Event @event) =>
        new(ReportChangeKind.Cancels, agencyId, month, @event.Id, @event.Facts(), null);

    private static bool IsLike(EventFacts planned, Event @event)
    {
        var isThere =
            planned.PlaceKind is not null
            && planned.StartsOn == @event.StartsOn
            && (planned.PlaceKind, planned.State) == (@event.PlaceKind, @event.State)
            && (planned.City is null || @event.City is null || SearchText.Same.Equals(planned.City, @event.City));
        return isThere || (planned.Title is { } title && SearchText.Normalize(title) == @event.TitleSearch);
    }
}
