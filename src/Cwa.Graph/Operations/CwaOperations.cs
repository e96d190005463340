using Cwa.Model;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cwa.Graph;

/// <summary>What a server needs to be run: its keys, its database ready, its health told.</summary>
internal static class CwaOperations
{
    public static void AddCwaOperations(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddDataProtection().SetApplicationName("CwA Graph").PersistKeysToDbContext<CwaDbContext>();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService<DatabaseAtStart>();
        builder.Services.AddHealthChecks().AddDbContextCheck<CwaDbContext>().AddCheck<Readiness>("start");
    }
}

/// <summary>Whether the server has made itself ready: the database up to date, the first query already answered once.</summary>
internal sealed class Readiness : IHealthCheck
{
    private volatile bool _ready;

    public void Reach() => _ready = true;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_ready ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Starting."));
}
