namespace Cwa.Model;

/// <summary>Finds which event of the revisions before each row goes on telling, so that an amendment keeps the events' ids.</summary>
internal static class EventMatch
{
    /// <summary>For each row the revision of the same event; null for a new one. What says the same wins over what looks alike.</summary>
    public static EventRevision?[] Match(IReadOnlyList<PlannedEvent> events, IEnumerable<EventRevision> before)
    {
        var matches = new EventRevision?[events.Count];
        var left = before.ToList();
        Round((planned, told) => planned.IsToldBy(told));
        Round((planned, told) => planned.Facts.Title == told.Facts.Title && planned.Facts.StartsOn == told.Facts.StartsOn);
        Round((planned, told) => planned.Facts.Title == told.Facts.Title);
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
