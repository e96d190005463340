using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>
/// Learns what other processes write, and how many they are: PostgreSQL notifies it, and on either database it looks once a second.
/// </summary>
internal sealed class FeedTailing(
    FeedTail tail,
    IDbContextFactory<CwaDbContext> contexts,
    FeedMetrics metrics,
    Servers servers,
    TimeProvider clock,
    ILogger<FeedTailing> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
            Repeatedly.DoAsync(RefreshAsync, Pause, log, stoppingToken),
            Repeatedly.DoAsync(ListenAsync, Pause, log, stoppingToken)
        );

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await ServerLine.ListenAsync(
            db,
            () => RefreshAsync(cancellationToken),
            count => servers.Count = count,
            cancellationToken
        );
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var before = tail.Newest;
        await tail.RefreshAsync(cancellationToken);
        metrics.NoteRead();
        // At the start all entries are news to this server.
        if (before > 0 && tail.Newest is var newest && newest > before && metrics.IsWanted)
            await TellLagAsync(newest, clock.GetUtcNow(), cancellationToken);
    }

    // An entry that the hourly cleanup has already removed tells nothing.
    private async Task TellLagAsync(long newest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var written = await db
            .FeedEntries.TagWith(FeedTail.StatementTag)
            .Where(e => e.Sequence == newest)
            .Select(e => (DateTime?)e.RecordedAt)
            .SingleOrDefaultAsync(cancellationToken);
        if (written is { } at)
            metrics.Lag(now.UtcDateTime - at);
    }
}
