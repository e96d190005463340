using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>How many customers agencies serve on a day.</summary>
public static class CustomersServed
{
    /// <summary>
    /// The agencies, each with the number that holds on the day: of those declared from that day on or from an earlier
    /// one, the latest. It is null if there is none.
    /// </summary>
    public static Task<Dictionary<Guid, long?>> CustomersOnAsync(
        this IQueryable<Agency> agencies,
        DateOnly day,
        IQueryable<CustomerBase> declared,
        CancellationToken cancellationToken
    ) =>
        agencies
            .Select(a => new
            {
                a.Id,
                Customers = declared
                    .Where(c => c.AgencyId == a.Id && c.EffectiveFrom <= day)
                    .OrderByDescending(c => c.EffectiveFrom)
                    .Select(c => (long?)c.Customers)
                    .FirstOrDefault(),
            })
            .ToDictionaryAsync(a => a.Id, a => a.Customers, cancellationToken);
}
