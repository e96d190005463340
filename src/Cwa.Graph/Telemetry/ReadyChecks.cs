using System.Diagnostics;
using System.Globalization;
using Cwa.Graph.Engine;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cwa.Graph;

/// <summary>Unhealthy once the server is about to stop, so that callers are sent elsewhere.</summary>
internal sealed class DrainCheck(Drain drain) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(
            drain.HasBegun ? HealthCheckResult.Unhealthy("The server is stopping.") : HealthCheckResult.Healthy()
        );
}

/// <summary>Degraded for a while after a write was refused because the database is away, until one succeeds.</summary>
internal sealed class WritesCheck(Outages outages) : IHealthCheck
{
    private static readonly TimeSpan Recent = TimeSpan.FromMinutes(5);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken) =>
        Task.FromResult(
            outages.Refused is { } refused && Stopwatch.GetElapsedTime(refused.At) < Recent
                ? HealthCheckResult.Degraded($"Writes are refused: {refused.Cause}")
                : HealthCheckResult.Healthy()
        );
}

/// <summary>Degraded while this server does not know how far the feed has grown, so that subscribers wait.</summary>
internal sealed class FeedCheck(FeedMetrics feed) : IHealthCheck
{
    // It is read once a second.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(10);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var unread = feed.Unread;
        var told = string.Create(
            CultureInfo.InvariantCulture,
            $"The feed was last read {unread.TotalSeconds:0.0} seconds ago."
        );
        return Task.FromResult(unread < Late ? HealthCheckResult.Healthy(told) : HealthCheckResult.Degraded(told));
    }
}

/// <summary>Degraded while the replica, if there is one, is away or does not catch up with the primary.</summary>
internal sealed class ReplicaCheck(ReplicaReads replica) : IHealthCheck
{
    // A write may just have been committed.
    private const int Tries = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken
    )
    {
        if (!replica.IsOn)
            return HealthCheckResult.Healthy("There is none.");
        try
        {
            for (var left = Tries; left > 0; left--)
            {
                if (await replica.ReachesAsync(cancellationToken) is var reaches && reaches is not false)
                    return HealthCheckResult.Healthy(reaches is null ? "It cannot be compared." : "It is up to date.");
                await Task.Delay(Pause, cancellationToken);
            }

            return HealthCheckResult.Degraded("It is more than a second behind. The primary is read instead.");
        }
        catch (Exception away) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded(
                $"It is away, and the primary is read instead: {away.GetBaseException().Message}"
            );
        }
    }
}
