using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Learns what other processes write: PostgreSQL tells it, and underneath, on both databases, it asks once a second. Forgets what
/// is older than `Feed:KeptDays`, where that is set.
/// </summary>
internal sealed partial class FeedTailing(
    FeedTail tail, IDbContextFactory<CwaDbContext> contexts, IConfiguration configuration, ILogger<FeedTailing> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1), BetweenTrims = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        AgainAndAgainAsync(Pause, tail.RefreshAsync, stoppingToken),
        AgainAndAgainAsync(Pause, ListenAsync, stoppingToken),
        AgainAndAgainAsync(BetweenTrims, TrimAsync, stoppingToken));

    private async Task AgainAndAgainAsync(TimeSpan pause, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var fails = false;
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await work(cancellationToken);
                fails = false;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                if (!fails)
                    Failed(log, failure);
                fails = true;
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await FeedCounter.ListenAsync(db, () => tail.RefreshAsync(cancellationToken), cancellationToken);
    }

    private async Task TrimAsync(CancellationToken cancellationToken)
    {
        if (configuration.GetValue<int?>("Feed:KeptDays") is not { } days)
            return;

        var oldest = DateTime.UtcNow.AddDays(-days);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        // Up to the last one that is too old, so that what stays has no gaps.
        await db.FeedEntries
            .Where(e => e.Sequence <= db.FeedEntries.Where(old => old.RecordedAt < oldest).Max(old => (long?)old.Sequence))
            .ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The feed cannot be followed for now; trying again.")]
    private static partial void Failed(ILogger log, Exception failure);
}
