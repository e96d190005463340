using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Deletes, once an hour, idempotency keys that are a day old and, if `Feed:KeptDays` is set, older entries of the
/// feed.
/// </summary>
internal sealed class HourlyCleanup(
    IDbContextFactory<CwaDbContext> contexts,
    FeedSettings settings,
    TimeProvider clock,
    ILogger<HourlyCleanup> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Repeatedly.DoAsync(CleanUpAsync, Pause, log, stoppingToken);

    private async Task CleanUpAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var expired = now - IdempotencyRecord.Kept;
        await db.IdempotencyRecords.Where(r => r.RecordedAt < expired).ExecuteDeleteAsync(cancellationToken);
        if (settings.KeptDays is { } days)
        {
            // Up to the last entry that is too old, so that the rest has no gaps.
            var oldest = now.AddDays(-days);
            await db
                .FeedEntries.Where(e =>
                    e.Sequence <= db.FeedEntries.Where(old => old.RecordedAt < oldest).Max(old => (long?)old.Sequence)
                )
                .ExecuteDeleteAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
