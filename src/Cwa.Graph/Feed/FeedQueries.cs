using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>The feed as a list.</summary>
public sealed class FeedQueries
{
    /// <summary>
    /// What has happened, in the order in which it happened. The cursors are those of the subscriptions `feed` and
    /// `monthlyReportSubmitted`: a client that reads on from the last one misses nothing and reads nothing twice.
    /// </summary>
    /// <param name="kinds">Only these kinds of entries.</param>
    public static async Task<Connection<FeedEntry>> FeedAsync(
        Page<FeedEntry> page,
        FeedTail tail,
        IReadOnlyList<FeedKind>? kinds = null
    )
    {
        var kept = await page.KeptByAsync(tail);
        return await (
            kinds is null
                ? kept
                : kept.Where(
                    "is of these kinds",
                    [.. kinds.Distinct()],
                    (FeedEntry e, FeedKind[] asked) => Enumerable.Contains(asked, e.Kind)
                )
        ).AllAsync();
    }
}
