namespace Cwa.Model;

/// <summary>
/// Finds which event of the revisions before each planned one goes on telling, so that an amendment keeps the events'
/// ids.
/// </summary>
internal static class EventMatch
{
    /// <summary>
    /// For each planned event the revision of the same event; null for a new one. One that names its id is that event
    /// and no other; of the rest, what says the same wins over what looks alike.
    /// </summary>
    public static EventRevision?[] Match(IReadOnlyList<PlannedEvent> events, IEnumerable<EventRevision> before)
    {
        var matches = new EventRevision?[events.Count];
        var left = before.ToList();
        Round((planned, told) => planned.EventId == told.EventId);
        Round((planned, told) => planned.EventId is null && planned.IsToldBy(told));
        Round(
            (planned, told) =>
                planned.EventId is null
                && planned.Facts.Title == told.Facts.Title
                && planned.Facts.StartsOn == told.Facts.StartsOn
        );
        Round((planned, told) => planned.EventId is null && planned.Facts.Title == told.Facts.Title);
        return matches;

        void Round(Func<PlannedEvent, EventRevision, bool> isSame)
        {
            for (var i = 0; i < matches.Length && left.Count > 0; i++)
            {
                if (matches[i] is null && left.Find(told => isSame(events[i], told)) is { } match)
                {
                    matches[i] = match;
                    left.Remove(match);
                }
            }
        }
    }
}
