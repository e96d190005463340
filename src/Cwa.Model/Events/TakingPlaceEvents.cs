using System.Linq.Expressions;

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

    /// <summary>Those that took place: as far as it is known, each that was confirmed or is over.</summary>
    public static IQueryable<Event> TookPlace(this IQueryable<Event> events, DateOnly today) =>
        events.TakingPlace().Where(e => e.Status == EventStatus.Held || e.EndsOn < today);

    /// <summary>
    /// Whether an event took place of which the agency has not said what it solved (CWA-4.2). Only a problem-solving
    /// day owes that; any other event may say so.
    /// </summary>
    public static Expression<Func<Event, DateOnly, bool>> OutcomeMissing { get; } =
        (e, today) =>
            (
                e.Status == EventStatus.Held
                || (
                    e.EndsOn < today
                    && (
                        e.Status == EventStatus.Planned
                        || (e.Status == EventStatus.Postponed && e.PostponedFrom != null)
                    )
                )
            ) && !e.ProblemSolvingOutcomes.Any(o => o.RetractedAt == null);
}
