using System.Threading.RateLimiting;

namespace Cwa.Graph.Engine;

/// <summary>Lets only so many exports run at once: each keeps a processor busy for as long as it is read.</summary>
/// <remarks>
/// One caller gets few of the places, and another than the first only while more than half of all are free. Those who
/// are not signed in get some together. So a few slow readers keep nobody out.
/// </remarks>
[Service]
public sealed class ExportGate(Limits limits) : IDisposable
{
    private readonly ConcurrencyLimiter _all = new(Places(limits.Exports)),
        _public = new(Places(limits.PublicExports));

    private readonly PartitionedRateLimiter<string> _own = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetConcurrencyLimiter(who, _ => Places(limits.ExportsOfOne))
    );

    /// <summary>Takes a place, until it is disposed.</summary>
    /// <exception cref="RequestError">There is none (TOO_MANY_EXPORTS).</exception>
    internal IDisposable Enter(string who, bool isSignedIn)
    {
        var place = new Place();
        try
        {
            var isFirst = _own.GetStatistics(who) is not { } own || own.CurrentAvailablePermits == limits.ExportsOfOne;
            if (!isFirst && _all.GetStatistics()!.CurrentAvailablePermits <= limits.Exports / 2)
                throw RequestError.TooManyExports("So many exports run that each caller has one at once.");

            place.Take(_own.AttemptAcquire(who), "As many exports of yours run as may at once.");
            if (!isSignedIn)
                place.Take(
                    _public.AttemptAcquire(),
                    "As many exports of callers who are not signed in run as may at once."
                );
            place.Take(_all.AttemptAcquire(), "As many exports run as may at once.");
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _own.Dispose();
        _public.Dispose();
        _all.Dispose();
    }

    private static ConcurrencyLimiterOptions Places(int most) => new() { PermitLimit = most };

    private sealed class Place : IDisposable
    {
        private readonly List<RateLimitLease> _leases = [];

        public void Take(RateLimitLease lease, string refusal)
        {
            _leases.Add(lease);
            if (!lease.IsAcquired)
                throw RequestError.TooManyExports(refusal);
        }

        public void Dispose() => _leases.ForEach(lease => lease.Dispose());
    }
}
