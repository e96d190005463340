using System.Net;

namespace Cwa.Graph;

/// <summary>Finds addresses in the settings that are none, before a server starts with them.</summary>
internal static class SettingsCheck
{
    private const string Origin = "https or http, a host, and a port unless it is the usual one, as in ";

    /// <summary>What is wrong, for whoever set it; null when nothing is.</summary>
    public static string? Wrong(WebApplicationBuilder builder)
    {
        var site = builder.Configuration.GetSection("Site").Get<SiteSettings>() ?? new();
        if (site.Address is { Length: > 0 } address && !IsOrigin(address))
            return Sentence("Site:Address", address, $"the public address: {Origin}https://cwa.example.gov");
        if (site.Proxies.FirstOrDefault(proxy => !IsProxy(proxy)) is { } noProxy)
            return Sentence("Site:Proxies", noProxy, "addresses of proxies, such as 10.0.0.7, and networks, such as 10.1.0.0/16");
        var origins = builder.Configuration.GetSection("Security:Origins").Get<string[]>() ?? [];
        return origins.FirstOrDefault(origin => !IsOrigin(origin)) is { } noOrigin
            ? Sentence("Security:Origins", noOrigin, $"origins as browsers write them: {Origin}https://dashboard.example.gov")
            : null;
    }

    private static string Sentence(string setting, string value, string expected) =>
        $"The server does not start: `{value}` does not belong in {setting}. It takes {expected}.";

    // What is a valid address, and written exactly as a browser writes an origin.
    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "https" or "http") && uri.UserInfo is ""
        && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);

    private static bool IsProxy(string text) => IPAddress.TryParse(text, out _) || IPNetwork.TryParse(text, out _);
}
