using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>How many findings agencies have, and on how many they have not acted.</summary>
internal static class FindingFacts
{
    /// <summary>The findings of the year until the day.</summary>
    public static async Task<IReadOnlyList<FindingCount>> ReadAsync(
        ScorecardScope scope,
        CancellationToken cancellationToken
    )
    {
        var (actions, asOf, firstDay) = (scope.Known<FindingAction>(), scope.AsOf, scope.Year.FirstDay);
        var counts = await scope
            .Own(scope.Known<Finding>())
            .Where(f =>
                f.FoundOn >= firstDay
                && f.FoundOn <= asOf
                && (f.Agency.ActiveTo == null || f.FoundOn < f.Agency.ActiveTo)
            )
            .Select(f => new
            {
                f.AgencyId,
                f.About,
                f.Id,
                // Actions are on the finding, whatever version of it was known.
                IsIdle = !actions.Any(a =>
                    a.FindingId == (f.CurrentId ?? f.Id)
                    && a.TakenOn <= asOf
                    && (f.Agency.ActiveTo == null || a.TakenOn < f.Agency.ActiveTo)
                ),
            })
            .GroupBy(f => new { f.AgencyId, f.About })
            .Select(same => new
            {
                same.Key,
                Count = same.Count(),
                Idle = same.Count(f => f.IsIdle),
                FindingId = same.Min(f => f.Id.ToString()),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. counts.Select(c => new FindingCount(
                c.Key.AgencyId,
                c.Key.About,
                c.Count,
                c.Idle,
                Guid.Parse(c.FindingId!)
            )),
        ];
    }
}
