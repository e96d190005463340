using Cwa.Model;
using Microsoft.AspNetCore.DataProtection;

namespace Cwa.Graph;

/// <summary>What a server needs to be run: its keys, its database ready, its health told.</summary>
internal static class CwaOperations
{
    // Sockets are drained in less; whoever stops the server need not kill it.
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(10);

    public static void AddCwaOperations(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopsWithin);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSettings<FeedSettings>(builder.Configuration, "Feed");
        builder.Services.AddSettings<SampleSettings>(builder.Configuration, "Sample");
        // First of all that starts: Data Protection reads its keys from the database as soon as it does.
        builder.Services.AddSingleton<DataNotice>().AddHostedService<DatabaseAtStart>();
        builder.Services.AddHostedService<Forgetting>();
        builder.Services.AddDataProtection().SetApplicationName("CwA Graph").PersistKeysToDbContext<CwaDbContext>();
        builder.Services.AddHealthChecks().AddDbContextCheck<CwaDbContext>();
    }
}
