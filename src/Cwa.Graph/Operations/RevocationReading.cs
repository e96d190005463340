using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Reads who is revoked: before the server serves, and then every other second.</summary>
internal sealed class RevocationReading(
    Revocations revocations,
    IDbContextFactory<CwaDbContext> contexts,
    ILogger<RevocationReading> log
) : BackgroundService
{
    /// <summary>Marks the statements that read this, which belong to no request.</summary>
    internal const string StatementTag = "Who is revoked?";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Repeatedly.DoAsync(ReadAsync, Pause, log, stoppingToken);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        revocations.Take(
            await db.Revocations.TagWith(StatementTag).Select(r => r.Subject).ToListAsync(cancellationToken)
        );
    }
}
