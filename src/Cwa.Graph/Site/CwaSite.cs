using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Cwa.Graph;

/// <summary>Puts into a server what it has to know of where it stands.</summary>
internal static class CwaSite
{
    public static void AddCwaSite(this WebApplicationBuilder builder)
    {
        // Around everything else, what the framework puts first included.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, AnswerHeaders>());
        builder.Services.AddSettings<SiteSettings>(builder.Configuration, "Site");
        builder.Services.AddSingleton<Site>();
    }

    /// <summary>Takes from the named proxies, and from nobody else, whose request they pass on.</summary>
    public static void UseCwaSite(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<SiteSettings>>().Value.Proxies is not { Count: > 0 } proxies)
            return;

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = null, // as far as each is one of them
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
