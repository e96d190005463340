using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Counts in the database how promises are kept: one statement, however many there are.</summary>
[Service]
public sealed class PromisesKeptReader(Snapshots snapshots, Caller caller, FilterBudget budget)
{
    /// <summary>How the promises are kept that meet the conditions.</summary>
    /// <exception cref="ExecutionError">The conditions are too many (LIMIT_EXCEEDED).</exception>
    public Task<PromisesKept> ReadAsync(IResolveFieldContext context, FilterNode? where)
    {
        if (where is not null)
            budget.Take(context.FieldAst, where);

        return snapshots.ReadOnceAsync(
            async (db, dataAsOf) =>
            {
                var seen = caller.Sees(db.ServiceStandards.AsQueryable());
                var asked = where is null ? seen : seen.Where(where.ToLambda<ServiceStandard>(caller));
                var counts = await asked
                    .Select(s => new
                    {
                        s.AgencyId,
                        DepartmentId = s.Agency.Parent!.ParentId ?? s.Agency.ParentId ?? s.AgencyId,
                        s.CustomerGroup,
                        // As `measurements(last: 1)` has it.
                        Met = db
                            .Measurements.Where(m => m.StandardId == s.Id)
                            .OrderByDescending(m => m.FromMonth)
                            .ThenByDescending(m => m.Id)
                            .Select(m => m.Met)
                            .FirstOrDefault(),
                    })
                    .GroupBy(s => s)
                    .Select(g => new PromiseCount(
                        g.Key.AgencyId,
                        g.Key.DepartmentId,
                        g.Key.CustomerGroup,
                        g.Key.Met,
                        g.Count()
                    ))
                    .ToListAsync(context.CancellationToken);
                return new PromisesKept(counts, dataAsOf);
            },
            context.CancellationToken
        );
    }
}
