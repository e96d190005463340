using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Cwa.Model;

/// <summary>Chooses the conversations that count.</summary>
public static class TakingPlaceEvents
{
    private static readonly ParameterExpression TheEvent = Expression.Parameter(typeof(Event), "e"),
        Today = Expression.Parameter(typeof(DateOnly), "today");

    private static readonly Expression<Func<Event, bool>> TakesPlace = e =>
        e.Status == EventStatus.Planned
        || e.Status == EventStatus.Held
        || (e.Status == EventStatus.Postponed && e.PostponedFrom != null);

    private static readonly Expression<Func<Event, DateOnly, bool>> IsHeldOrOver = (e, today) =>
        e.Status == EventStatus.Held || e.EndsOn < today;

    private static readonly Expression<Func<Event, bool>> HasNoOutcome = e =>
        !e.ProblemSolvingOutcomes.Any(o => o.RetractedAt == null);

    /// <summary>
    /// Those that took place or are still to: neither cancelled nor postponed without new days. One that is over and not
    /// confirmed counts, too.
    /// </summary>
    public static IQueryable<Event> TakingPlace(this IQueryable<Event> events) => events.Where(TakesPlace);

    /// <summary>Those that took place: as far as it is known, each that was confirmed or is over.</summary>
    public static IQueryable<Event> TookPlace(this IQueryable<Event> events, DateOnly today)
    {
        Expression<Func<DateOnly>> given = () => today;
        return events
            .TakingPlace()
            .Where(Expression.Lambda<Func<Event, bool>>(Body(IsHeldOrOver, TheEvent, given.Body), TheEvent));
    }

    /// <summary>
    /// Whether an event took place of which the agency has not said what it solved (CWA-4.2). Only a problem-solving
    /// day owes that; any other event may say so.
    /// </summary>
    public static Expression<Func<Event, DateOnly, bool>> OutcomeMissing { get; } =
        Expression.Lambda<Func<Event, DateOnly, bool>>(
            new[]
            {
                Body(TakesPlace, TheEvent),
                Body(IsHeldOrOver, TheEvent, Today),
                Body(HasNoOutcome, TheEvent),
            }.Aggregate(Expression.AndAlso),
            TheEvent,
            Today
        );

    private static Expression Body(LambdaExpression rule, params Expression[] given) =>
        new ReplacingExpressionVisitor(rule.Parameters, given).Visit(rule.Body);
}
