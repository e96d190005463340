using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The server's services, without a listening server.</summary>
internal static class CommandHost
{
    public static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder();
        // The command reports a failure itself, once.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.AddCwaModel();
        builder.AddCwaSite();
        builder.AddCwaSecurity();
        builder.AddCwaGraph();
        builder.Services.AddSingleton<CwaDatabase>();
        var host = builder.Build();
        Start.CheckSettings(host.Services);
        return host;
    }

    /// <summary>The database, made ready.</summary>
    public static async Task<IDbContextFactory<CwaDbContext>> DatabaseAsync(
        WebApplication host,
        CancellationToken cancellationToken
    )
    {
        await host.Services.GetRequiredService<CwaDatabase>().MakeReadyAsync(cancellationToken);
        return host.Services.GetRequiredService<IDbContextFactory<CwaDbContext>>();
    }
}
