using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Counts in the database what came of findings: two statements, however many there are.</summary>
[Service]
public sealed class FindingProgressReader(Snapshots snapshots, Caller caller, FilterBudget budget)
{
    /// <summary>What came of the findings of a period that the caller sees.</summary>
    /// <exception cref="ExecutionError">The days are reversed (BAD_USER_INPUT), or the conditions too many
    /// (LIMIT_EXCEEDED).</exception>
    public Task<FindingProgress> ReadAsync(IResolveFieldContext context, DateOnly from, DateOnly to, FilterNode? where)
    {
        var period = new Period(from, to);
        if (where is not null)
            budget.Take(context.FieldAst, where);

        return snapshots.ReadAsync(
            async (db, dataAsOf) =>
            {
                var seen = caller.Sees(db.Findings).Where(f => f.FoundOn >= period.From && f.FoundOn <= period.To);
                var asked = where is null ? seen : seen.Where(where.ToLambda<Finding>(caller));
                var findings = await FindingsAsync(asked, context.CancellationToken);
                return Progress(findings, await ActionsAsync(asked, context.CancellationToken), dataAsOf);
            },
            context.CancellationToken
        );
    }

    private static Task<List<FindingSum>> FindingsAsync(
        IQueryable<Finding> findings,
        CancellationToken cancellationToken
    ) =>
        findings
            .Select(f => new
            {
                f.AgencyId,
                Days = f.Actions.Where(a => a.RetractedAt == null).Min(a => (int?)a.TakenOn.DayNumber)
                    - f.FoundOn.DayNumber,
                HasOutcome = f.Actions.Any(a => a.RetractedAt == null && a.Outcomes.Any(o => o.RetractedAt == null)),
            })
            .GroupBy(f => f)
            .Select(g => new FindingSum(g.Key.AgencyId, g.Key.Days, g.Key.HasOutcome, g.Count()))
            .ToListAsync(cancellationToken);

    private static Task<List<ActionSum>> ActionsAsync(
        IQueryable<Finding> findings,
        CancellationToken cancellationToken
    ) =>
        findings
            .SelectMany(
                f => f.Actions.Where(a => a.RetractedAt == null),
                (f, action) =>
                    new
                    {
                        f.AgencyId,
                        Days = action.Outcomes.Where(o => o.RetractedAt == null).Min(o => (int?)o.ObservedOn.DayNumber)
                            - action.TakenOn.DayNumber,
                    }
            )
            .GroupBy(a => a)
            .Select(g => new ActionSum(g.Key.AgencyId, g.Key.Days, g.Count()))
            .ToListAsync(cancellationToken);

    private static FindingProgress Progress(List<FindingSum> findings, List<ActionSum> actions, DateTime dataAsOf)
    {
        var actionsOf = actions.ToLookup(a => a.AgencyId);
        return new(findings, actions)
        {
            DataAsOf = dataAsOf,
            ByAgency =
            [
                .. findings
                    .GroupBy(f => f.AgencyId)
                    .Select(g => new AgencyFindingProgress(g.Key, [.. g], [.. actionsOf[g.Key]]))
                    .OrderByDescending(p => p.WithoutAction)
                    .ThenByDescending(p => p.Findings)
                    .ThenBy(p => p.AgencyId)
                    .Take(Government.MostAgencies),
            ],
        };
    }
}
