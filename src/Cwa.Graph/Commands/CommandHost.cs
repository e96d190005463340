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
        var contexts = host.Services.GetRequiredService<IDbContextFactory<CwaDbContext>>();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await CwaDatabase.MakeReadyAsync(db, cancellationToken);
        return contexts;
    }
}
