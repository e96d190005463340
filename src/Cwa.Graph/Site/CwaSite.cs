using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Cwa.Graph;

/// <summary>Adds what the server must know about its address and its proxies.</summary>
internal static class CwaSite
{
    public static void AddCwaSite(this WebApplicationBuilder builder)
    {
        // Around everything else, even what the framework puts first.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, AnswerHeaders>());
        builder.Services.AddSettings<SiteSettings>(builder.Configuration, "Site");
        builder.Services.AddSingleton<Site>();
    }

    /// <summary>Trusts the forwarding headers of the named proxies, and of nobody else.</summary>
    public static void UseCwaSite(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<SiteSettings>>().Value.Proxies is not { Count: > 0 } proxies)
            return;

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null, // as long as each is one of the named proxies
            AllowedHosts = [.. app.Services.GetRequiredService<IOptions<HostFilteringOptions>>().Value.AllowedHosts],
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }

        app.UseForwardedHeaders(options);
    }
}
