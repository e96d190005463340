using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Brings the database up to date before the server listens, with reference data and, in Development, the sample year.</summary>
internal sealed class DatabaseAtStart(
    IDbContextFactory<CwaDbContext> contexts, GraphSchema schema, Readiness readiness)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await db.Database.MigrateAsync(cancellationToken);
            await AgencyReferenceData.LoadAsync(db, cancellationToken);
        }

        schema.Initialize();
        readiness.Reach();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
