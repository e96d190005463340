using System.Threading.RateLimiting;

namespace Cwa.Graph.Engine;

/// <summary>Limits how many exports run at once, since each keeps a processor busy for as long as it is read.</summary>
/// <remarks>
/// Each caller may hold a few of the places, and gets a second one only while more than half of all places are free.
/// Callers who are not signed in share a part of the places. So a few slow readers cannot keep everybody else out.
/// </remarks>
[Service]
public sealed class ExportGate(Limits limits) : IDisposable
{
    private readonly ConcurrencyLimiter _all = new(Places(limits.Exports)),
        _public = new(Places(limits.PublicExports));

    private readonly PartitionedRateLimiter<string> _own = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetConcurrencyLimiter(who, _ => Places(limits.ExportsOfOne))
    );

    /// <summary>Takes a place, and gives it back when disposed.</summary>
    /// <exception cref="RequestError">No place is free for this caller (TOO_MANY_EXPORTS).</exception>
    internal IDisposable Enter(IRequester requester)
    {
        var (who, place) = (requester.Identity, new Place());
        try
        {
            var isFirst = _own.GetStatistics(who) is not { } own || own.CurrentAvailablePermits == limits.ExportsOfOne;
            if (!isFirst && _all.GetStatistics()!.CurrentAvailablePermits <= limits.Exports / 2)
                throw RequestError.TooManyExports("So many exports are running that each caller may run only one.");

            place.Take(_own.AttemptAcquire(who), "You are running as many exports as one caller may.");
            if (!requester.IsSignedIn)
                place.Take(
                    _public.AttemptAcquire(),
                    "Callers who are not signed in are running as many exports as they may together."
                );
            place.Take(_all.AttemptAcquire(), "As many exports are running as the server allows.");
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
