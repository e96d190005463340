using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>How many customers agencies serve on a day, as was known at its end.</summary>
public sealed class CustomersByAgency(RequestContexts contexts, ReadGate gate, Caller caller)
    : BatchLoader<(Guid AgencyId, DateOnly Day), long?>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<(Guid AgencyId, DateOnly Day), long?>> FetchAsync(
        IReadOnlyList<(Guid AgencyId, DateOnly Day)> keys,
        CancellationToken cancellationToken
    )
    {
        using var place = await gate.EnterAsync(caller.IsSignedIn, cancellationToken);
        await using var db = contexts.Create();
        var found = new Dictionary<(Guid, DateOnly), long?>();
        foreach (var asked in keys.GroupBy(key => key.Day, key => key.AgencyId))
        {
            var served = await db
                .Agencies.Where(a => asked.Contains(a.Id))
                .CustomersOnAsync(
                    asked.Key,
                    db.Set<CustomerBase>().KnownAt(Washington.EndOf(asked.Key)),
                    cancellationToken
                );
            foreach (var (agencyId, customers) in served)
                found.Add((agencyId, asked.Key), customers);
        }

        return found;
    }
}
