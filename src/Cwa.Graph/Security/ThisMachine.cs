using System.Net;

namespace Cwa.Graph;

/// <summary>Whether a request comes from this machine itself, and not through a proxy that runs on it.</summary>
internal static class ThisMachine
{
    // The headers by which proxies describe their clients.
    private static readonly HashSet<string> Forwarding = new(StringComparer.OrdinalIgnoreCase)
    {
        "Forwarded",
        "Via",
        "X-Real-IP",
        "X-Client-IP",
        "X-Cluster-Client-IP",
        "X-ProxyUser-IP",
        "X-Envoy-External-Address",
        "Client-IP",
        "True-Client-IP",
        "CF-Connecting-IP",
        "Fastly-Client-IP",
        "CDN-Loop",
    };

    public static bool Asks(HttpContext http) =>
        (http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress))
        && IsLoopback(http.Request.Host.Host)
        && !IsOld(http.Request)
        && !http.Request.Headers.Keys.Any(IsForwarding);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    // A proxy that adds no header may still speak HTTP/1.0, as nginx long did; no browser does.
    private static bool IsOld(HttpRequest request) => HttpProtocol.IsHttp10(request.Protocol);

    private static bool IsForwarding(string header) =>
        Forwarding.Contains(header)
        || header.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase);
}
