using System.Diagnostics;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Cwa.Graph;

/// <summary>The database, made ready for both the server and the commands.</summary>
internal sealed partial class CwaDatabase(
    IDbContextFactory<CwaDbContext> contexts,
    DatabaseSettings settings,
    IHostEnvironment environment,
    ILogger<CwaDatabase> log
)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Makes the database ready for use: its schema, unless somebody else has to update it, the measures of plain
    /// language, and in a new database the agencies of 1998.
    /// </summary>
    /// <param name="then">What is to be done before another process that starts has its turn; null for
    /// nothing.</param>
    public async Task MakeReadyAsync(
        CancellationToken cancellationToken,
        Func<CwaDbContext, CancellationToken, Task>? then = null
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await (
            settings.Migrate ?? environment.IsDevelopment()
                ? db.UpdateSchemaAsync(FillAsync, cancellationToken)
                : db.CheckSchemaAsync(FillAsync, cancellationToken)
        );

        async Task FillAsync(CancellationToken token)
        {
            await FillNewAsync(db, token);
            if (then is not null)
                await then(db, token);
        }
    }

    /// <summary>Applies the migrations that the database lacks, whatever the settings say.</summary>
    /// <returns>Their names.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.UpdateSchemaAsync(token => FillNewAsync(db, token), cancellationToken);
    }

    /// <summary>Waits for a PostgreSQL that is away, as long as the settings allow.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                if (db.Database.IsNpgsql())
                    await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken);
                return;
            }
            catch (Exception away)
                when (DatabaseFault.IsAway(away) && Stopwatch.GetElapsedTime(start) < settings.StartTime)
            {
                if (attempt == 1)
                    Waiting(log, settings.StartTime, away.GetBaseException().Message);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    private static async Task FillNewAsync(CwaDbContext db, CancellationToken cancellationToken)
    {
        await db.MeasureAnewAsync(cancellationToken);
        // Only once, because later imports must outlive a restart.
        if (!await db.Agencies.AnyAsync(cancellationToken))
            await AgencyReferenceData.LoadAsync(db, cancellationToken);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The database is away. The start waits for it, for {Time} at most: {Cause}"
    )]
    private static partial void Waiting(ILogger log, TimeSpan time, string cause);
}
