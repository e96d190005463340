using System.Threading.RateLimiting;
using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>
/// Limits how many texts are measured, since each keeps a processor busy.
/// </summary>
[Service]
public sealed class TextGate : IDisposable
{
    internal const int AtOnce = 100,
        EachSecond = 50;

    private readonly PartitionedRateLimiter<string> _texts;

    /// <summary>The gate that the server has.</summary>
    public TextGate()
        : this(TimeSpan.FromSeconds(1)) { }

    /// <param name="second">How long a second takes.</param>
    internal TextGate(TimeSpan second) =>
        _texts = PartitionedRateLimiter.Create<string, string>(who =>
            RateLimitPartition.GetTokenBucketLimiter(
                who,
                _ =>
                    new()
                    {
                        TokenLimit = AtOnce,
                        TokensPerPeriod = EachSecond,
                        ReplenishmentPeriod = second,
                    }
            )
        );

    /// <summary>Takes the caller's right to have one text measured.</summary>
    /// <exception cref="RequestError">The caller has asked too often (RATE_LIMITED).</exception>
    public void Enter(Caller caller)
    {
        using var lease = _texts.AttemptAcquire(caller.Identity);
        if (!lease.IsAcquired)
            throw RequestError.RateLimited(
                $"`plainLanguage` measures {AtOnce} texts at once and {EachSecond} a second for each caller, "
                    + "and for all who are not signed in from one address.",
                TimeSpan.FromSeconds(1)
            );
    }

    /// <inheritdoc/>
    public void Dispose() => _texts.Dispose();
}
