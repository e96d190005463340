using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The plans that an annual report cites.</summary>
public sealed class PlansByAnnualReport(IDbContextFactory<CwaDbContext> contexts) : BatchLoader<Guid, IReadOnlyList<PlanReference>>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<PlanReference>>> FetchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var cited = await db.PlanCitations.AsNoTracking()
            .Where(c => c.AnnualReportId != null && keys.Contains(c.AnnualReportId.Value))
            .OrderBy(c => c.Plan.FiscalYear).ThenBy(c => c.Plan.Id)
            .Select(c => new { Report = c.AnnualReportId!.Value, c.Plan })
            .ToListAsync(cancellationToken);
        return cited.GroupBy(c => c.Report).ToDictionary(g => g.Key, IReadOnlyList<PlanReference> (g) => [.. g.Select(c => c.Plan)]);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<PlanReference> Missing(Guid key) => [];
}
