using Cwa.Model;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cwa.Graph;

/// <summary>Whether the server lives and can serve, for whoever watches it and sends it its callers.</summary>
internal static class Health
{
    private const string Database = "database";

    public static void AddCwaHealth(this IServiceCollection services) =>
        services
            .AddHealthChecks()
            .AddDbContextCheck<CwaDbContext>(Database)
            .AddCheck<DrainCheck>("stopping")
            .AddCheck<WritesCheck>("writes")
            .AddCheck<FeedCheck>("feed")
            .AddCheck<ReplicaCheck>("replica");

    /// <summary>
    /// `/healthz/live` says that the process runs, whatever the database does. `/healthz/ready` says whether it can
    /// serve; a degraded server still can. `/version` says what runs.
    /// </summary>
    public static void MapCwaHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready", new() { ResponseWriter = WriteAsync });
        app.MapGet("/version", () => new { version = ServiceQueries.Version });
    }

    // What is said of the database may name it. That is for NPR, and for who is on this machine.
    private static Task WriteAsync(HttpContext http, HealthReport report) =>
        ThisMachine.Asks(http) || http.RequestServices.GetRequiredService<Caller>().IsNpr
            ? http.Response.WriteAsJsonAsync(
                new
                {
                    status = $"{report.Status}",
                    checks = report.Entries.ToDictionary(
                        entry => entry.Key,
                        entry => new
                        {
                            status = $"{entry.Value.Status}",
                            reason = entry.Value.Description ?? entry.Value.Exception?.GetBaseException().Message,
                        }
                    ),
                },
                http.RequestAborted
            )
            : http.Response.WriteAsync($"{report.Status}", http.RequestAborted);
}
