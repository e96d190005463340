using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Who can be asked about an agency.</summary>
/// <param name="Effective">Its own current liaison, or the nearest one above it that covers components.</param>
/// <param name="Nearest">Its own current liaison, or the nearest one above it.</param>
public sealed record Speakers(EffectiveLiaison? Effective, Liaison? Nearest);

/// <summary>An agency's own current designation and those above it, as far as the caller sees them.</summary>
public sealed class SpeakersByAgency(RequestContexts contexts, Caller caller) : BatchLoader<Guid, Speakers>
{
    private static readonly Speakers Nobody = new(null, null);

    /// <inheritdoc/>
    protected override Speakers Missing(Guid key) => Nobody;

    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, Speakers>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        await using var db = contexts.Create();
        return await OfAsync(db, caller.Sees(db.Liaisons), keys, cancellationToken);
    }

    /// <summary>Who can be asked about each agency, of some liaisons.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, Speakers>> OfAsync(
        CwaDbContext db,
        IQueryable<Liaison> liaisons,
        IReadOnlyList<Guid> agencies,
        CancellationToken cancellationToken
    )
    {
        var candidates = await (
            from agency in db.Agencies.AsNoTracking()
            from liaison in liaisons
            where
                liaison.EndedOn == null
                && agencies.Contains(agency.Id)
                && (
                    liaison.AgencyId == agency.Id
                    || liaison.AgencyId == agency.ParentId
                    || liaison.AgencyId == agency.Parent!.ParentId
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
            .GroupBy(c => c.Agency, c => (c.Liaison, c.Designator))
            .ToDictionary(
                of => of.Key,
                of =>
                {
                    var nearestFirst = of.OrderByDescending(c => c.Designator.Depth).ToList();
                    var effective = nearestFirst.FindIndex(c =>
                        c.Designator.Id == of.Key || c.Liaison.Coverage == Coverage.SelfAndComponents
                    );
                    return new Speakers(
                        effective < 0 ? null : Speaking(of.Key, nearestFirst[effective]),
                        nearestFirst[0].Liaison
                    );
                }
            );
    }

    private static EffectiveLiaison Speaking(Guid agencyId, (Liaison Liaison, Agency Designator) by) =>
        new(by.Liaison, by.Designator.Id == agencyId ? null : by.Designator);
}
