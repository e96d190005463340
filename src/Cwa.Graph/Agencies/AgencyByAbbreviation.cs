using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The agency with an abbreviation.</summary>
public sealed class AgencyByAbbreviation(IDbContextFactory<CwaDbContext> contexts) : BatchLoader<string, Agency>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<string, Agency>> FetchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Agencies.AsNoTracking()
            .Where(a => keys.Contains(a.Abbreviation))
            .ToDictionaryAsync(a => a.Abbreviation, cancellationToken);
    }
}
