namespace Cwa.Model;

/// <summary>
/// The rules for telling an event anew. They are judged once it is known which event each planned one goes on telling,
/// whether its id is given or not, so that they hold for mutations, drafts and files alike.
/// </summary>
internal static class EventRules
{
    /// <summary>What is wrong, event by event.</summary>
    /// <param name="events">The report's events in their order.</param>
    /// <param name="today">The domain's date.</param>
    /// <param name="isOfMonth">Whether a report of the same agency and month tells the event as it stands.</param>
    /// <param name="achieved">Those that would no longer be problem-solving days, though what they achieved is
    /// recorded.</param>
    public static IEnumerable<EventProblem> Problems(
        IReadOnlyList<MatchedEvent> events,
        DateOnly today,
        Func<Event, bool> isOfMonth,
        IReadOnlyCollection<Guid> achieved
    )
    {
        var listed = new HashSet<Guid>();
        foreach (var (index, @event) in events.Index())
        {
            if (@event.EventId is { } id && !listed.Add(id))
                yield return new(index, EventProblemKind.ListedTwice, "The report lists this event twice.");
            else if (@event is { Planned: { EventId: not null, IsDrafted: false }, Stored: null })
                yield return new(index, EventProblemKind.NotFound, "There is no event of the agency with this id.");
            else if (@event.Stored is { } stored && ProblemOf(@event.Planned, stored) is (var kind, var reason))
                yield return new(index, kind, reason);
        }

        (EventProblemKind, string)? ProblemOf(PlannedEvent planned, Event stored)
        {
            if (stored.Status == EventStatus.Held && planned.Facts.StartsOn > today)
            {
                return (
                    EventProblemKind.HeldInFuture,
                    "This event was held already; it cannot start in the future. "
                        + "If you mean another event, list the one that was held as well."
                );
            }

            if (achieved.Contains(stored.Id))
            {
                return (
                    EventProblemKind.AchievementRecorded,
                    "What this event achieved as a PROBLEM_SOLVING_DAY is recorded; it cannot become anything else."
                );
            }

            if (planned.EventId is null && !isOfMonth(stored))
            {
                return (
                    EventProblemKind.MovedOn,
                    "This event was put off, and the report of another month tells it now. "
                        + "Leave it out here, or give its id to bring it back."
                );
            }

            return null;
        }
    }
}
