namespace Cwa.Model;

/// <summary>Chooses the conversations that count.</summary>
public static class TakingPlaceEvents
{
    /// <summary>
    /// Those that took place or are still to: neither cancelled nor postponed without new days. One that is over and not
    /// confirmed counts, too.
    /// </summary>
    public static IQueryable<Event> TakingPlace(this IQueryable<Event> events) =>
        events.Where(e =>
            e.Status == EventStatus.Planned
            || e.Status == EventStatus.Held
            || (e.Status == EventStatus.Postponed && e.PostponedFrom != null)
        );
}
