using System.Threading.RateLimiting;

namespace Cwa.Graph.Engine;

/// <summary>To how many servers callers' requests go in turn, this one included.</summary>
public delegate int ServerCount();

/// <summary>Limits how many objects one caller asks for in a minute, in all requests together.</summary>
/// <remarks>
/// Each caller has a bucket that fills at the pace of the limit and holds a tenth of it. So in no minute more than 1.1
/// of the limit is let through, and yet a page may ask several large operations at once. Where requests go to several
/// servers in turn, each takes its number times the cost from a bucket of its own: together they let through what one
/// would, and need no word from each other.
/// </remarks>
internal sealed class CostGate : IDisposable
{
    private const int BucketsInAMinute = 10;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1),
        Drop = TimeSpan.FromSeconds(1);

    private readonly Limits _limits;
    private readonly ServerCount _servers;
    private readonly GraphMetrics _metrics;
    private readonly PartitionedRateLimiter<IRequester> _buckets;

    public CostGate(Limits limits, ServerCount servers, GraphMetrics metrics)
    {
        (_limits, _servers, _metrics) = (limits, servers, metrics);
        _buckets = PartitionedRateLimiter.Create<IRequester, (bool IsSignedIn, string Identity)>(caller =>
            RateLimitPartition.GetTokenBucketLimiter(
                (caller.IsSignedIn, caller.Identity),
                key => Bucket(key.IsSignedIn)
            )
        );
    }

    /// <summary>Takes the cost of a request from what its caller may ask for.</summary>
    /// <returns>What is left of it, or how long to wait; null if there is no limit.</returns>
    public CostShare? Take(IRequester caller, long cost)
    {
        var most = _limits.CostEachMinuteOf(caller.IsSignedIn);
        if (most == 0)
            return null;

        var (count, bucket) = (_servers(), BucketOf(caller.IsSignedIn));
        using var lease = _buckets.AttemptAcquire(caller, (int)Math.Clamp(cost * count, 1, bucket));
        var left = (int)(_buckets.GetStatistics(caller)?.CurrentAvailablePermits ?? 0);
        if (lease.IsAcquired)
            return new(most, left / count, Minute * ((double)(bucket - left) / most), Wait: null);

        _metrics.Limited.Add(1);
        return new(most, left / count, Minute * ((double)(bucket - left) / most), WaitOf(lease));
    }

    /// <inheritdoc/>
    public void Dispose() => _buckets.Dispose();

    private TokenBucketRateLimiterOptions Bucket(bool isSignedIn) =>
        new()
        {
            TokenLimit = BucketOf(isSignedIn),
            TokensPerPeriod = Math.Max(1, (int)(_limits.CostEachMinuteOf(isSignedIn) * (Drop / Minute))),
            ReplenishmentPeriod = Drop,
        };

    // The largest operation must fit.
    private int BucketOf(bool isSignedIn) =>
        Math.Max(_limits.CostEachMinuteOf(isSignedIn) / BucketsInAMinute, _limits.CostOf(isSignedIn));

    private static TimeSpan WaitOf(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Drop;
}
