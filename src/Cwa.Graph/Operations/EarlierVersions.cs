using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>What records said before they were corrected, the newest first.</summary>
/// <remarks>Who sees a record sees its earlier versions: they are the same agency's.</remarks>
[Service]
public sealed class EarlierVersions<T>(RequestContexts contexts, Caller caller) : BatchLoader<Guid, IReadOnlyList<T>>
    where T : CorrectableRecord
{
    /// <inheritdoc/>
    protected override IReadOnlyList<T> Missing(Guid key) => [];

    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, IReadOnlyList<T>>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        await using var db = contexts.Create();
        var earlier = db.Set<T>().AsNoTracking().Where(r => r.CurrentId != null && keys.Contains(r.CurrentId.Value));
        if (caller.OfNode(typeof(T)) is { } seen)
            earlier = earlier.Where(seen.ToLambda<T>(caller));
        var found = await earlier
            .OrderByDescending(r => r.RetractedAt)
            .ThenByDescending(r => EF.Property<Guid>(r, "Id"))
            .ToListAsync(cancellationToken);
        return found
            .GroupBy(r => r.CurrentId!.Value)
            .ToDictionary(of => of.Key, IReadOnlyList<T> (of) => [.. of.Take(CorrectableRecord.MostEarlier)]);
    }
}
