using Cwa.Graph;
using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Cwa.Benchmarks;

/// <summary>
/// A server with the API and the same responses written by hand: in one process, so that both run under the same
/// conditions.
/// </summary>
internal static class Site
{
    public static async Task RunAsync(string database, string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Configuration["ConnectionStrings:Cwa"] = SampleDatabase.ConnectionString(database);
        builder.Configuration["Clock:Today"] = "1998-11-16";
        builder.Configuration["Limits:CachedAnswerBytes"] = "0";
        builder.Configuration["Limits:CostEachMinute"] = builder.Configuration["Limits:SignedInCostEachMinute"] = "0";
        builder.AddCwaModel();
        builder.AddCwaSite();
        builder.AddCwaSecurity();
        builder.AddCwaGraph();

        var app = builder.Build();
        app.UseRouting();
        app.MapGraph("/graphql");
        app.MapPost("/by-hand", CalendarByHand.HandleAsync);
        await app.RunAsync();
    }
}
