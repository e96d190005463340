using Cwa.Dashboard.Frame;
using Cwa.Dashboard.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Dashboard;

/// <summary>Adds the pages to a server, which implements their ports.</summary>
public static class Dashboard
{
    // Nothing from elsewhere, and nothing written into a page.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Registers the pages. The server registers an <see cref="IOperationPort"/> for each request.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddRazorComponents();
        return services.AddScoped<Operations>().AddScoped<Framing>();
    }

    /// <summary>Serves the pages from `/`, and what they load.</summary>
    public static void MapDashboard(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>()
            .Add(endpoint =>
            {
                var page = endpoint.RequestDelegate!;
                endpoint.RequestDelegate = http =>
                {
                    Prepare(http.Response);
                    return page(http);
                };
            });
    }

    private static void Prepare(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-store";
    }
}
