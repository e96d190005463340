using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Adds up in the database what events solved: one statement for the days, and one for what was solved.
/// </summary>
[Service]
public sealed class ProblemSolvingTotalsReader(
    Snapshots snapshots,
    Caller caller,
    DomainClock clock,
    FilterBudget budget
)
{
    /// <summary>The totals of the events of which the caller reads what they solved.</summary>
    /// <exception cref="ExecutionError">There are too many conditions (LIMIT_EXCEEDED).</exception>
    public Task<ProblemSolvingTotals> ReadAsync(IResolveFieldContext context, FilterNode? where)
    {
        if (where is not null)
            budget.Take(context.FieldAst, where);
        return snapshots.ReadAsync(
            (db, dataAsOf) => ReadAsync(db, where, dataAsOf, context.CancellationToken),
            context.CancellationToken
        );
    }

    private async Task<ProblemSolvingTotals> ReadAsync(
        CwaDbContext db,
        FilterNode? where,
        DateTime dataAsOf,
        CancellationToken cancellationToken
    )
    {
        var whole = caller.WholeOf(typeof(Event));
        var own = whole is null ? db.Events : db.Events.Where(whole.ToLambda<Event>(caller));
        var events = where is null ? own : own.Where(where.ToLambda<Event>(caller));
        var days = await events
            .TookPlace(clock.Today)
            .Where(e => e.Format == EventFormat.ProblemSolvingDay)
            .Select(e => db.ProblemSolvingOutcomes.Any(o => o.EventId == e.Id))
            .GroupBy(_ => 1)
            .Select(all => new { All = all.Count(), Told = all.Count(isTold => isTold) })
            .SingleOrDefaultAsync(cancellationToken);
        var solved = await db
            .ProblemSolvingOutcomes.Where(o => events.Any(e => e.Id == o.EventId))
            .GroupBy(_ => 1)
            .Select(all => new
            {
                Events = all.Count(),
                Appointments = all.Sum(o => (long)o.Appointments),
                WalkIns = all.Sum(o => (long)o.WalkIns),
                SolvedByPhone = all.Sum(o => (long)o.SolvedByPhone),
                CasesOpened = all.Sum(o => (long)o.CasesOpened),
                CasesResolved = all.Sum(o => (long)o.CasesResolved),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return new()
        {
            DataAsOf = dataAsOf,
            Events = solved?.Events ?? 0,
            Days = days?.All ?? 0,
            OutcomesMissing = days is null ? 0 : days.All - days.Told,
            Appointments = solved?.Appointments ?? 0,
            WalkIns = solved?.WalkIns ?? 0,
            SolvedByPhone = solved?.SolvedByPhone ?? 0,
            CasesOpened = solved?.CasesOpened ?? 0,
            CasesResolved = solved?.CasesResolved ?? 0,
        };
    }
}
