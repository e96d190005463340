namespace Cwa.Model;

/// <summary>Matches planned events with those of earlier revisions, so that amendments keep the events' ids.</summary>
internal static class EventMatch
{
    /// <summary>
    /// For each planned event, what an earlier revision says about the same event; null for a new one. An event with an
    /// id matches that id only. For the others, the same content wins, then the same title on the same day, then the
    /// same title. An identical title wins over one that differs in case, accents or spaces. Where a title is not said,
    /// the description stands for it.
    /// </summary>
    public static EventRevision?[] Match(IReadOnlyList<PlannedEvent> events, IEnumerable<EventRevision> before)
    {
        var matches = new EventRevision?[events.Count];
        var planned = events.Select(e => new Titled<PlannedEvent>(e, e.Facts)).ToList();
        var left = before.Select(told => new Titled<EventRevision>(told, told.Facts)).ToList();

        Round((e, told) => e.Event.EventId == told.Event.EventId);
        Round((e, told) => e.Event.EventId is null && e.Event.IsToldBy(told.Event));
        Round((e, told) => IsLike(e, told) && IsSame(e, told) && e.Facts.StartsOn == told.Facts.StartsOn);
        Round((e, told) => IsLike(e, told) && e.Facts.StartsOn == told.Facts.StartsOn);
        Round((e, told) => IsLike(e, told) && IsSame(e, told));
        Round(IsLike);
        return matches;

        void Round(Func<Titled<PlannedEvent>, Titled<EventRevision>, bool> isSame)
        {
            for (var i = 0; i < matches.Length; i++)
            {
                if (matches[i] is null && left.Find(told => isSame(planned[i], told)) is { } match)
                {
                    matches[i] = match.Event;
                    left.Remove(match);
                }
            }
        }
    }

    private static bool IsLike(Titled<PlannedEvent> planned, Titled<EventRevision> told) =>
        planned.Event.EventId is null
        && (
            planned.Title is { } title && told.Title is { } other
                ? title == other
                : planned.Description == told.Description
        );

    private static bool IsSame(Titled<PlannedEvent> planned, Titled<EventRevision> told) =>
        planned.Facts.Title == told.Facts.Title;

    // Every title may be compared with every other, so each is normalized once; descriptions only if they are needed.
    private sealed class Titled<TEvent>(TEvent @event, EventFacts facts)
    {
        public TEvent Event => @event;

        public EventFacts Facts => facts;

        public string? Title { get; } = facts.Title is { } title ? SearchText.Normalize(title) : null;

        public string Description => field ??= SearchText.Normalize(facts.Description);
    }
}
