namespace Cwa.Model;

/// <summary>
/// The rules about the events of a report: for mutations, drafts and files alike. How long a text can be stands at
/// <see cref="PlannedEventInput"/>.
/// </summary>
internal static class EventRules
{
    /// <summary>What a report can say about an event.</summary>
    public static void Check(PlannedEventInput said, Check at)
    {
        foreach (var (i, language) in said.Languages.Take(EventFacts.MaxLanguages).Index())
        {
            var isText = language.Length <= LanguageTag.Longest && !PlainText.IsEmpty(language);
            if (isText && LanguageTag.WhyNot(language) is { } wrong)
                at.In(nameof(said.Languages), i).Refuse(new NotALanguageTag(wrong));
        }

        at.NotNegative(said.ExpectedReach, nameof(said.ExpectedReach));
        if (at.IsRead(nameof(said.StartsOn)))
            at.InOrder(said.StartsOn, said.EndsOn, nameof(said.EndsOn));
        if (!at.IsRead(nameof(said.PlaceKind)))
            return;

        if (said.PlaceKind == PlaceKind.Place != said.State is not null)
            at.Refuse(new PlaceMismatch(), nameof(said.State));
        if (said.PlaceKind != PlaceKind.Place && said.City is not null)
            at.Refuse(new PlaceMismatch(), nameof(said.City));
    }

    /// <summary>An event is reported for the month in which it starts.</summary>
    public static void CheckMonth(DateOnly startsOn, ReportMonth month, Check at)
    {
        if (!month.Contains(startsOn))
            at.Refuse(new EventOutsideMonth(month), nameof(PlannedEventInput.StartsOn));
    }

    /// <summary>An event has at most so many hosts.</summary>
    /// <param name="coHosts">How many there are beside the reporting agency.</param>
    /// <param name="at">The check of the event.</param>
    /// <returns>Whether they are few enough.</returns>
    public static bool CheckHosts(int coHosts, Check at)
    {
        if (coHosts < Event.MaxHosts)
            return true;

        at.Refuse(new TooMany(coHosts, Event.MaxHosts - 1), nameof(PlannedEventInput.CoHostIds));
        return false;
    }

    /// <summary>
    /// Says what is wrong about telling events anew: once it is known which event each one goes on telling.
    /// </summary>
    /// <param name="events">The report's events in their order.</param>
    /// <param name="today">The domain's date.</param>
    /// <param name="isOfMonth">Whether a report of the same agency and month tells the event as it stands.</param>
    /// <param name="achieved">
    /// Those that would no longer be problem-solving days, though what they achieved is recorded.
    /// </param>
    /// <param name="at">The check of an event by its place.</param>
    public static void Check(
        IReadOnlyList<MatchedEvent> events,
        DateOnly today,
        Func<Event, bool> isOfMonth,
        IReadOnlyCollection<Guid> achieved,
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
            else if (achieved.Contains(stored.Id))
                at(i).Refuse(new AchievementRecorded(), nameof(PlannedEventInput.Format));
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
