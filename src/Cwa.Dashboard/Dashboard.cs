using Cwa.Dashboard.Frame;
using Cwa.Dashboard.Reading;
using Cwa.Dashboard.Reporting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Dashboard;

/// <summary>Adds the pages to a server, which implements their ports.</summary>
public static class Dashboard
{
    // Nothing from elsewhere, and nothing written into a page.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // A report of 500 events has some 8,000 fields.
    private const int MostFields = 10_000;

    /// <summary>
    /// Registers the pages. The server registers an <see cref="IOperationPort"/> and an <see cref="IImportPort"/> for
    /// each request.
    /// </summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.Configure<FormOptions>(options => options.ValueCountLimit = MostFields);
        services.AddRazorComponents();
        return services.AddScoped<Operations>().AddScoped<Framing>().AddScoped<ReportEvents>().AddScoped<MonthForm>();
    }

    /// <summary>The text of a page's operation; null if there is none of that name.</summary>
    public static string? OperationOf(string name) => Operations.Names.Contains(name) ? Operations.TextOf(name) : null;

    /// <summary>Whether a path is that of a style sheet, a script or a face: of what pages load, for whoever asks.</summary>
    public static bool IsAsset(PathString path) => path.StartsWithSegments("/_content", StringComparison.Ordinal);

    /// <summary>Serves the pages from `/`, and what they load.</summary>
    public static void MapDashboard(this WebApplication app)
    {
        // A face is named by the style sheet, so without a hash. A new one gets a new name.
        app.MapStaticAssets()
            .Add(endpoint => BeforeEach(endpoint, "/faces/", response => response.OnStarting(KeepLong, response)));
        app.MapRazorComponents<App>().Add(endpoint => BeforeEach(endpoint, "", Prepare));
    }

    private static void BeforeEach(EndpointBuilder endpoint, string path, Action<HttpResponse> prepare)
    {
        if (
            endpoint is not RouteEndpointBuilder { RequestDelegate: { } serve, RoutePattern.RawText: { } address }
            || !address.Contains(path, StringComparison.Ordinal)
        )
            return;
        endpoint.RequestDelegate = http =>
        {
            prepare(http.Response);
            return serve(http);
        };
    }

    private static Task KeepLong(object response)
    {
        ((HttpResponse)response).Headers.CacheControl = "public, max-age=31536000, immutable";
        return Task.CompletedTask;
    }

    internal static void Prepare(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-store";
    }
}
