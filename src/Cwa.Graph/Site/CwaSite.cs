using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Cwa.Graph;

/// <summary>Adds what the server must know about its address and its proxies, and how it sends its answers.</summary>
internal static partial class CwaSite
{
    // Answers that are sent whole or page by page. An event stream is not compressed: its messages must not wait.
    private static readonly string[] Compressed =
    [
        "text/html",
        "application/json",
        "application/graphql-response+json",
        "text/plain",
        "text/javascript",
        "text/csv",
        "text/calendar",
        "application/atom+xml",
    ];

    public static void AddCwaSite(this WebApplicationBuilder builder)
    {
        // Around everything else, even what the framework puts first.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, AnswerHeaders>());
        builder.Services.AddSettings<SiteSettings>(builder.Configuration, "Site");
        builder.Services.AddSingleton<Site>();
        // Secrets stand in pages only as masked tokens, so that their length tells nothing about them.
        builder.Services.AddResponseCompression(options =>
            (options.EnableForHttps, options.MimeTypes) = (true, Compressed)
        );
        // The whole scorecard is 24 kB at the fastest level, and under 15 at this one.
        builder.Services.Configure<BrotliCompressionProviderOptions>(options =>
            options.Level = CompressionLevel.Optimal
        );
    }

    public static void UseCwaSite(this WebApplication app)
    {
        if (app.Services.GetRequiredService<Site>().IsAnyHostAllowed)
            TellOpenHosts(app.Logger);
        app.UseProxies();
        app.UseResponseCompression();
    }

    // Trusts the forwarding headers of the named proxies, and of nobody else.
    private static void UseProxies(this WebApplication app)
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

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "AllowedHosts is not set, so that requests may name any host. Name the public host in it, and those of "
            + "health probes."
    )]
    private static partial void TellOpenHosts(ILogger log);
}
