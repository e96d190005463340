using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Reads the steps of the problems of a period in one statement, and the complaints of those that are solved in
/// another.
/// </summary>
[Service]
public sealed class ProblemProgressReader(
    Snapshots snapshots,
    Caller caller,
    FilterBudget budget,
    DomainClock clock,
    ComplaintReturns returns
)
{
    // Days are read as rows, a few bytes each, because a median cannot be added up.
    internal const int MostProblems = 10_000;

    /// <summary>How quickly the problems that the caller sees are solved.</summary>
    /// <exception cref="ExecutionError">The days are reversed or the problems too many (BAD_USER_INPUT), or the
    /// conditions (LIMIT_EXCEEDED).</exception>
    public Task<ProblemProgress> ReadAsync(IResolveFieldContext context, DateOnly from, DateOnly to, FilterNode? where)
    {
        var period = new Period(from, to);
        if (where is not null)
            budget.Take(context.FieldAst, where);
        var asksReturns = context.AsksFor("complaintsReturned") || context.AsksFor("byAgency", "complaintsReturned");

        return snapshots.ReadAsync(
            async (db, dataAsOf) =>
            {
                var seen = caller
                    .Sees(db.SystemicProblems)
                    .Where(p => p.FoundOn >= period.From && p.FoundOn <= period.To);
                var asked = where is null ? seen : seen.Where(where.ToLambda<SystemicProblem>(caller));
                var facts = await asked
                    .Select(ProblemFacts.Of(db.AuditEntries))
                    .Take(MostProblems + 1)
                    .ToListAsync(context.CancellationToken);
                if (facts.Count > MostProblems)
                    throw RequestError.Input(
                        $"More than {MostProblems} problems were found then. Take a shorter period or more conditions."
                    );

                var returned = asksReturns ? await returns.OfAsync(db, facts, context.CancellationToken) : null;
                return Progress(
                    facts.ConvertAll(p => new SteppedProblem(
                        p.AgencyId,
                        p.Steps(clock.Today),
                        returned?.ContainsKey(p.Id) == true
                    )),
                    dataAsOf
                );
            },
            context.CancellationToken
        );
    }

    private static ProblemProgress Progress(List<SteppedProblem> problems, DateTime dataAsOf) =>
        new(problems)
        {
            DataAsOf = dataAsOf,
            ByAgency =
            [
                .. problems
                    .GroupBy(p => p.AgencyId)
                    .Select(g => new AgencyProblemProgress(g.Key, [.. g]))
                    .OrderByDescending(p => p.PastTarget)
                    .ThenByDescending(p => p.Open)
                    .ThenBy(p => p.AgencyId)
                    .Take(Government.MostAgencies),
            ],
        };
}
