using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>An agency's own current designation, or the nearest one above it that covers components.</summary>
public sealed class EffectiveLiaisonByAgency(IDbContextFactory<CwaDbContext> contexts, Caller caller)
    : BatchLoader<Guid, EffectiveLiaison?>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, EffectiveLiaison?>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var open = caller.Sees(db.Liaisons).Where(l => l.EndedOn == null);
        var candidates = await (
            from agency in db.Agencies.AsNoTracking()
            from liaison in open
            where
                keys.Contains(agency.Id)
                && (
                    liaison.AgencyId == agency.Id
                    || (
                        liaison.Coverage == Coverage.SelfAndComponents
                        && (liaison.AgencyId == agency.ParentId || liaison.AgencyId == agency.Parent!.ParentId)
                    )
                )
            select new
            {
                Agency = agency.Id,
                Liaison = liaison,
                Designator = liaison.Agency,
            }
        ).ToListAsync(cancellationToken);

        // The nearest agency is the deepest: an agency has one ancestor on each level.
        return candidates
            .GroupBy(c => c.Agency)
            .ToDictionary(
                c => c.Key,
                EffectiveLiaison? (c) =>
                    c.MaxBy(x => x.Designator.Depth) is { } nearest
                        ? new(nearest.Liaison, nearest.Designator.Id == c.Key ? null : nearest.Designator)
                        : null
            );
    }
}
