using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>How far the feed has grown.</summary>
[Service]
public sealed class FeedTail(IDbContextFactory<CwaDbContext> contexts) : Tail
{
    /// <inheritdoc/>
    public override async Task<(long Oldest, long Newest)> RangeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await db.FeedCounters.Select(c => c.LastSequence).SingleAsync(cancellationToken);
        var oldest = await db.FeedEntries.OrderBy(e => e.Sequence).Select(e => (long?)e.Sequence).FirstOrDefaultAsync(cancellationToken);
        return (oldest ?? newest + 1, newest);
    }
}
