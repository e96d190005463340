namespace Cwa.Model;

/// <summary>
/// The rules for a report's events, whether they come by mutation, draft or file. The lengths of texts are set on
/// <see cref="PlannedEventInput"/>.
/// </summary>
internal static class EventRules
{
    /// <summary>Checks what a report says about an event.</summary>
    public static void Check(PlannedEventInput said, Check at)
    {
        if (ReportWarnings.OfDescription(said.Description) is { } odd)
            at.Warn(odd, nameof(said.Description));
        CheckWords(said, at);
        if (at.IsRead(nameof(said.StartsOn)))
            at.InOrder(said.StartsOn, said.EndsOn, nameof(said.EndsOn));
        CheckPlace(said, at);
    }

    /// <summary>Checks what may be said later, too.</summary>
    public static void CheckFacts(PlannedEventInput said, Check at)
    {
        CheckWords(said, at);
        CheckPlace(said, at);
    }

    private static void CheckWords(PlannedEventInput said, Check at)
    {
        foreach (var (i, language) in (said.Languages ?? []).Take(EventFacts.MaxLanguages).Index())
        {
            var isText = language.Length <= LanguageTag.Longest && !PlainText.IsEmpty(language);
            if (isText && LanguageTag.WhyNot(language) is { } wrong)
                at.In(nameof(said.Languages), i).Refuse(new NotALanguageTag(wrong));
        }

        at.NotNegative(said.ExpectedReach, nameof(said.ExpectedReach));
    }

    private static void CheckPlace(PlannedEventInput said, Check at)
    {
        if (!at.IsRead(nameof(said.PlaceKind)))
            return;

        if (said.PlaceKind == PlaceKind.Place != said.State is not null)
            at.Refuse(new PlaceMismatch(), nameof(said.State));
        if (said.PlaceKind != PlaceKind.Place && said.City is not null)
            at.Refuse(new PlaceMismatch(), nameof(said.City));
    }

    /// <summary>Checks that an event is reported for the month in which it starts.</summary>
    public static void CheckMonth(DateOnly startsOn, ReportMonth month, Check at)
    {
        if (!month.Contains(startsOn))
            at.Refuse(new EventOutsideMonth(month), nameof(PlannedEventInput.StartsOn));
    }

    /// <summary>Checks that an event does not have too many hosts.</summary>
    /// <param name="coHosts">How many hosts there are besides the reporting agency.</param>
    /// <param name="at">The check of the event.</param>
    /// <returns>Whether they are few enough.</returns>
    public static bool CheckHosts(int coHosts, Check at)
    {
        if (coHosts < Event.MaxHosts)
            return true;

        at.Refuse(new TooMany(coHosts, Event.MaxHosts - 1), nameof(PlannedEventInput.CoHostIds));
        return false;
    }

    /// <summary>Checks a report's events against the stored events with which they were matched.</summary>
    /// <param name="events">The report's events in their order.</param>
    /// <param name="today">The domain's date.</param>
    /// <param name="isOfMonth">Whether the stored event belongs to a report for the same agency and month.</param>
    /// <param name="at">The check of an event, by its position.</param>
    public static void Check(
        IReadOnlyList<MatchedEvent> events,
        DateOnly today,
        Func<Event, bool> isOfMonth,
        Func<int, Check> at
    )
    {
        var listed = new HashSet<Guid>();
        foreach (var (i, @event) in events.Index())
        {
            var (planned, stored) = (@event.Planned, @event.Stored);
            if (@event.EventId is { } id && !listed.Add(id))
                at(i).Refuse(new EventListedTwice(), nameof(PlannedEventInput.EventId));
            else if (stored is null)
                CheckNew(planned, at(i));
            else if (stored.Status == EventStatus.Held && planned.Facts.StartsOn > today)
                at(i).Refuse(new HeldInFuture(), nameof(PlannedEventInput.StartsOn));
            else if (planned.EventId is null && !isOfMonth(stored))
                at(i).Refuse(new EventMovedOn(), nameof(PlannedEventInput.Title));
        }
    }

    private static void CheckNew(PlannedEvent planned, Check at)
    {
        if (planned is { EventId: not null, IsDrafted: false })
            at.Refuse(new RecordNotFound(), nameof(PlannedEventInput.EventId));
    }
}
