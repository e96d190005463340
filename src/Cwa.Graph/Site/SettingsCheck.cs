using System.Net;

namespace Cwa.Graph;

/// <summary>Finds addresses in the settings that are none, before a server starts with them.</summary>
internal static class SettingsCheck
{
    /// <summary>What is wrong, for whoever set it; null when nothing is.</summary>
    public static string? Wrong(WebApplicationBuilder builder)
    {
        var site = builder.Configuration.GetSection("Site").Get<SiteSettings>() ?? new();
        if (site.Address is { Length: > 0 } address && !IsOrigin(address))
            return Sentence("Site:Address", address, "the public address: https or http, a host, and a port unless it is the usual one, as in https://cwa.example.gov");
        if (site.Proxies.FirstOrDefault(proxy => !IsProxy(proxy)) is { } wrongProxy)
            return Sentence("Site:Proxies", wrongProxy, "addresses of proxies, such as 10.0.0.7, and networks of them, such as 10.1.0.0/16");
        var origins = builder.Configuration.GetSection("Security:Origins").Get<string[]>() ?? [];
        return origins.FirstOrDefault(origin => !IsOrigin(origin)) is { } wrongOrigin
            ? Sentence("Security:Origins", wrongOrigin, "origins as browsers write them: https or http, a host, and a port unless it is the usual one, as in https://dashboard.example.gov")
            : null;
    }

    private static string Sentence(string setting, string value, string expected) =>
        $"The server does not start: `{value}` does not belong in {setting}. It takes {expected}.";

    // What is a valid address, and written exactly as a browser writes an origin.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo is "" && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);

    private static bool IsProxy(string text) => IPAddress.TryParse(text, out _) || IPNetwork.TryParse(text, out _);
}
