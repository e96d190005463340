using Cwa.Model;
using Microsoft.AspNetCore.DataProtection;

namespace Cwa.Graph;

/// <summary>What a server needs to be run: its keys, its database ready, its health told.</summary>
internal static class CwaOperations
{
    public static void AddCwaOperations(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        // First of all that starts: Data Protection reads its keys from the database as soon as it does.
        builder.Services.AddSingleton<DataNotice>().AddHostedService<DatabaseAtStart>();
        builder.Services.AddDataProtection().SetApplicationName("CwA Graph").PersistKeysToDbContext<CwaDbContext>();
        builder.Services.AddHealthChecks().AddDbContextCheck<CwaDbContext>();
    }
}
