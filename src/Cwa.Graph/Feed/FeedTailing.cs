using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Learns what other processes write: PostgreSQL notifies it, and on either database it looks once a second.
/// </summary>
internal sealed class FeedTailing(FeedTail tail, IDbContextFactory<CwaDbContext> contexts, ILogger<FeedTailing> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            Repeatedly.DoAsync(tail.RefreshAsync, Pause, log, stoppingToken),
            Repeatedly.DoAsync(ListenAsync, Pause, log, stoppingToken)
        );

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await FeedCounter.ListenAsync(db, () => tail.RefreshAsync(cancellationToken), cancellationToken);
    }
}
