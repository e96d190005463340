using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Cwa.Graph.Engine;

/// <summary>
/// How a request says that, while the database is away, it takes an answer that may not be current: by the directive
/// `stale-if-error` of `Cache-Control` (RFC 5861), or over whatever transport by the extension `staleIfError`.
/// </summary>
internal static class StaleIfError
{
    private const string Directive = "stale-if-error",
        Extension = "staleIfError";

    /// <summary>What a header says; null for nothing, or nothing readable.</summary>
    public static TimeSpan? Of(HttpRequest request) =>
        CacheControlHeaderValue.TryParse(request.Headers.CacheControl.ToString(), out var said)
        && said.Extensions.FirstOrDefault(e => e.Name.Equals(Directive, StringComparison.OrdinalIgnoreCase))
            is { } asked
        && int.TryParse(asked.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    /// <summary>What the request says.</summary>
    public static TimeSpan Of(GraphRequest request) =>
        request.Extensions.TryGetValue(Extension, out var said) && said is int and > 0 and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : request.StaleIfError ?? TimeSpan.Zero;
}
