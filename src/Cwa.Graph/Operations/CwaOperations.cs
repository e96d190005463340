using Cwa.Model;
using Microsoft.AspNetCore.DataProtection;

namespace Cwa.Graph;

/// <summary>Adds what the operation of a server needs: its keys, and a ready database.</summary>
internal static class CwaOperations
{
    public static void AddCwaOperations(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSettings<FeedSettings>(builder.Configuration, "Feed");
        builder.Services.AddSettings<SampleSettings>(builder.Configuration, "Sample");
        // The first service to start, because Data Protection reads its keys from the database when it starts.
        builder.Services.AddSingleton<CwaDatabase>().AddSingleton<DataNotice>().AddHostedService<DatabaseAtStart>();
        builder.Services.AddHostedService<RevocationReading>();
        builder.Services.AddHostedService<HourlyCleanup>();
        builder.Services.AddDataProtection().SetApplicationName("CwA Graph").PersistKeysToDbContext<CwaDbContext>();
    }
}
