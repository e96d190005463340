namespace Cwa.Graph;

/// <summary>
/// Whether a request that carries the cookie was sent by a page of this server: the second lock, after `SameSite`.
/// </summary>
/// <remarks>
/// `SameSite` alone lets pages of sibling hosts in, such as `other.example.gov` beside `cwa.example.gov`. Callers with
/// a token need no such check, because no page can send a token that it does not have.
/// </remarks>
internal static class SameOrigin
{
    private const string Fetcher = "Sec-Fetch-Site";

    // A page may be opened from anywhere. These are not pages.
    private static readonly PathString[] Data = ["/graphql", "/export", "/import"];

    public static bool Sent(HttpRequest request, Site site)
    {
        var origin = request.Headers.Origin.ToString();
        if (request.HttpContext.WebSockets.IsWebSocketRequest)
            return IsOwn(origin, request, site);
        // With a GET from a page's own origin, browsers send no Origin, and old ones no Sec-Fetch-Site either.
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            return !Data.Any(path => request.Path.StartsWithSegments(path))
                || (
                    request.Headers[Fetcher].ToString() is "" or "none" or "same-origin"
                    && (origin is "" || IsOwn(origin, request, site))
                );
        // A form of a page that keeps its address to itself, as ours do, has the Origin `null`.
        return origin is "" or "null" ? request.Headers[Fetcher] == "same-origin" : IsOwn(origin, request, site);
    }

    private static bool IsOwn(string origin, HttpRequest request, Site site) =>
        site.Is(origin) || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
