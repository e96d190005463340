using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>An agency's own open designation, or the nearest one above that covers components.</summary>
public sealed class EffectiveLiaisonByAgency(IDbContextFactory<CwaDbContext> contexts, Caller caller) : BatchLoader<Guid, EffectiveLiaison?>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, EffectiveLiaison?>> FetchAsync(IReadOnlyList<Guid> keys, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = caller.Sees(db.Liaisons).Where(l => l.EndedOn == null);
        var candidates = await db.Agencies.AsNoTracking()
            .Where(a => keys.Contains(a.Id))
            .SelectMany(
                a => open.Where(l => l.AgencyId == a.Id
                    || (l.Coverage == Coverage.SelfAndComponents && (l.AgencyId == a.ParentId || l.AgencyId == a.Parent!.ParentId))),
                (a, l) => new { Agency = a.Id, Liaison = l, Designator = l.Agency })
            .ToListAsync(cancellationToken);

        // The nearest agency is the deepest: an agency's ancestors have one each level.
        return candidates.GroupBy(c => c.Agency).ToDictionary(
            c => c.Key,
            EffectiveLiaison? (c) => c.MaxBy(x => x.Designator.Depth) is { } nearest
                ? new(nearest.Liaison, nearest.Designator.Id == c.Key ? null : nearest.Designator)
                : null);
    }
}
