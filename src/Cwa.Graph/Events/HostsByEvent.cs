using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The agencies that hold an event, by name.</summary>
public sealed class HostsByEvent(RequestContexts contexts) : BatchLoader<Guid, IReadOnlyList<Agency>>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Agency>>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        await using var db = contexts.Create();
        var hosts = await db
            .EventHosts.AsNoTracking()
            .Where(h => keys.Contains(h.EventId))
            .OrderBy(h => h.Agency.Name)
            .Select(h => new { h.EventId, h.Agency })
            .ToListAsync(cancellationToken);
        return hosts
            .GroupBy(h => h.EventId)
            .ToDictionary(g => g.Key, IReadOnlyList<Agency> (g) => [.. g.Select(h => h.Agency)]);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<Agency> Missing(Guid key) => [];
}
