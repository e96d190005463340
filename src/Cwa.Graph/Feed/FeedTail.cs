using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>How far the feed has grown.</summary>
[Service]
public sealed class FeedTail(IDbContextFactory<CwaDbContext> contexts) : Tail
{
    /// <summary>Marks the statements that read this, which belong to no request.</summary>
    internal const string StatementTag = "How far has the feed grown?";

    /// <inheritdoc/>
    public override async Task<(long Oldest, long Newest)> RangeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = await NewestAsync(db, cancellationToken);
        var oldest = await db
            .FeedEntries.OrderBy(e => e.Sequence)
            .Select(e => (long?)e.Sequence)
            .FirstOrDefaultAsync(cancellationToken);
        return (oldest ?? newest + 1, newest);
    }

    /// <summary>Reads how far the feed has grown.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        MoveTo(await NewestAsync(db, cancellationToken));
    }

    private static Task<long> NewestAsync(CwaDbContext db, CancellationToken cancellationToken) =>
        db.FeedCounters.TagWith(StatementTag).Select(c => c.LastSequence).SingleAsync(cancellationToken);
}
