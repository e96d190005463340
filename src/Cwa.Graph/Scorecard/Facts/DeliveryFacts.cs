using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>EO-f: the ways in which customers can get a service.</summary>
internal static class DeliveryFacts
{
    /// <summary>Those that began by the day and had not ended before the year.</summary>
    public static Task<List<DeliveryOffer>> ReadAsync(ScorecardScope scope, CancellationToken cancellationToken)
    {
        var (asOf, firstDay) = (scope.AsOf, scope.Year.FirstDay);
        return scope
            .Own(scope.Known<DeliveryChoice>())
            .Where(c => c.OfferedFrom <= asOf && (c.OfferedTo == null || c.OfferedTo >= firstDay))
            .Select(c => new DeliveryOffer(
                c.AgencyId,
                c.Id,
                c.Service,
                c.Means,
                c.Provider,
                c.OfferedFrom,
                c.OfferedTo
            ))
            .ToListAsync(cancellationToken);
    }
}
