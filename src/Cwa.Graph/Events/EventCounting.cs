using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Counts the events that the caller sees, in one statement for each way of counting that is selected.
/// </summary>
[Service]
public sealed class EventCounting(Snapshots snapshots, Caller caller, DomainClock clock, FilterBudget budget)
{
    private static readonly UnsaidFacts NoneUnsaid = new(0, 0, 0, 0, 0);

    /// <summary>The counts under the conditions.</summary>
    /// <exception cref="ExecutionError">There are too many conditions or months (LIMIT_EXCEEDED).</exception>
    public Task<EventCounts> ReadAsync(IResolveFieldContext context, FilterNode? where)
    {
        if (where is not null)
            budget.Take(context.FieldAst, where);

        var asked = context.SubFields!.Values.Select(field => field.FieldType.Name).ToHashSet(StringComparer.Ordinal);
        return snapshots.ReadAsync(
            (db, dataAsOf) => ReadAsync(Seen(db, where), dataAsOf, asked, context.CancellationToken),
            context.CancellationToken
        );
    }

    private async Task<EventCounts> ReadAsync(
        IQueryable<Event> events,
        DateTime dataAsOf,
        HashSet<string> asked,
        CancellationToken cancellationToken
    )
    {
        var places = asked.Overlaps(["total", "national", "virtual", "placeNotSaid", "byState"])
            ? await events
                .GroupBy(e => new { e.PlaceKind, e.State })
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync(cancellationToken)
            : [];
        var months = asked.Contains("byMonth") ? await ByMonthAsync(events, cancellationToken) : [];
        var forms = asked.Overlaps(["byMedium", "byFormat"])
            ? await events
                .GroupBy(e => new { e.Medium, e.Format })
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync(cancellationToken)
            : [];
        return new()
        {
            DataAsOf = dataAsOf,
            Total = places.Sum(p => p.Count),
            National = places.Where(p => p.Key.PlaceKind == PlaceKind.National).Sum(p => p.Count),
            Virtual = places.Where(p => p.Key.PlaceKind == PlaceKind.Virtual).Sum(p => p.Count),
            PlaceNotSaid = places.Where(p => p.Key.PlaceKind is null).Sum(p => p.Count),
            NotSaid = asked.Contains("notSaid") ? await NotSaidAsync(events, cancellationToken) : NoneUnsaid,
            ByState =
            [
                .. places
                    .Where(p => p.Key.State is not null)
                    .Select(p => new StateCount(p.Key.State!.Value, p.Count))
                    .OrderByDescending(s => s.Events)
                    .ThenBy(s => s.State),
            ],
            ByMonth = months,
            ByDay = asked.Contains("byDay") ? await ByDayAsync(events, cancellationToken) : [],
            ByMedium =
            [
                .. forms
                    .GroupBy(f => f.Key.Medium)
                    .Select(g => new MediumCount(g.Key, g.Sum(f => f.Count)))
                    .OrderBy(m => m.Medium is null)
                    .ThenBy(m => m.Medium),
            ],
            ByFormat =
            [
                .. forms
                    .GroupBy(f => f.Key.Format)
                    .Select(g => new FormatCount(g.Key, g.Sum(f => f.Count)))
                    .OrderByDescending(f => f.Events)
                    .ThenBy(f => f.Format),
            ],
            ByStatus = asked.Contains("byStatus") ? await ByStatusAsync(events, cancellationToken) : [],
        };
    }

    private static async Task<UnsaidFacts> NotSaidAsync(
        IQueryable<Event> events,
        CancellationToken cancellationToken
    ) =>
        await events
            .GroupBy(_ => 1)
            .Select(all => new UnsaidFacts(
                all.Count(e => e.Title == null),
                all.Count(e => e.Medium == null),
                all.Count(e => e.Format == null),
                all.Count(e => !e.Languages.Any()),
                all.Count(e => e.PlaceKind == null)
            ))
            .SingleOrDefaultAsync(cancellationToken)
        ?? NoneUnsaid;

    private static async Task<IReadOnlyList<MonthCount>> ByMonthAsync(
        IQueryable<Event> events,
        CancellationToken cancellationToken
    )
    {
        var months = await events
            .GroupBy(e => new { e.StartsOn.Year, e.StartsOn.Month })
            .Select(g => new { g.Key, Count = g.Count() })
            .OrderBy(g => g.Key.Year)
            .ThenBy(g => g.Key.Month)
            .Take(EventCounts.MostMonths + 1)
            .ToListAsync(cancellationToken);
        return months.Count <= EventCounts.MostMonths
            ? months.ConvertAll(m => new MonthCount(new(m.Key.Year, m.Key.Month), m.Count))
            : throw RequestError.Limit(
                $"These events start in more than {EventCounts.MostMonths} months. "
                    + "Give a period, such as `where: { startsOn: { gte: \"1998-03-01\" } }`."
            );
    }

    private static async Task<IReadOnlyList<DayCount>> ByDayAsync(
        IQueryable<Event> events,
        CancellationToken cancellationToken
    )
    {
        var days = await events
            .GroupBy(e => e.StartsOn)
            .Select(g => new { Day = g.Key, Count = g.Count() })
            .OrderBy(g => g.Day)
            .Take(EventCounts.MostDays + 1)
            .ToListAsync(cancellationToken);
        return days.Count <= EventCounts.MostDays
            ? days.ConvertAll(d => new DayCount(d.Day, d.Count))
            : throw RequestError.Limit(
                $"These events start on more than {EventCounts.MostDays} days. Give a period of one month, such as "
                    + "`where: { startsOn: { gte: \"1998-11-01\", lte: \"1998-11-30\" } }`."
            );
    }

    private async Task<IReadOnlyList<StatusCount>> ByStatusAsync(
        IQueryable<Event> events,
        CancellationToken cancellationToken
    )
    {
        var today = clock.Today;
        var statuses = await events
            .GroupBy(e => new
            {
                e.Status,
                IsOver = e.EndsOn < today,
                HasNewDay = e.PostponedFrom != null,
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return
        [
            .. statuses
                .GroupBy(s => Event.StatusOf(s.Key.Status, s.Key.IsOver, s.Key.HasNewDay), s => s.Count)
                .Select(g => new StatusCount(g.Key, g.Sum()))
                .OrderBy(s => s.Status),
        ];
    }

    private IQueryable<Event> Seen(CwaDbContext db, FilterNode? where) =>
        where is null ? caller.Sees(db.Events) : caller.Sees(db.Events).Where(where.ToLambda<Event>(caller));
}
