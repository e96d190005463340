using Microsoft.Net.Http.Headers;

namespace Cwa.Graph.Engine;

/// <summary>The headers of an answer that is kept.</summary>
internal static class KeptAnswerHead
{
    // The name by which `Cache-Status` tells this cache from others on the way (RFC 9211).
    private const string Hit = "answers; hit",
        Miss = "answers; fwd=miss";

    /// <summary>Sets the headers, and for GET the status if the client already has the answer.</summary>
    /// <returns>Whether the client has it, so that it is not sent.</returns>
    public static bool Of(HttpContext http, KeptResult result)
    {
        var headers = http.Response.Headers;
        if (result.StaleSeconds is { } seconds)
        {
            // It is for nobody to keep, and it has no tag: 304 would not say that it is stale.
            headers["Cache-Status"] = $"{Hit}; ttl=-{seconds}; detail=unavailable";
            headers.Age = $"{seconds}";
            return false;
        }

        headers["Cache-Status"] = result.IsHit ? Hit : Miss;
        if (!HttpMethods.IsGet(http.Request.Method))
            return false;

        // Weak, because the extension that tells a hit from a miss is no part of the tag.
        var tag = new EntityTagHeaderValue($"\"{result.Answer.Tag}\"", isWeak: true);
        (headers.ETag, headers.CacheControl) = (tag.ToString(), "private, no-cache");
        headers.Append(HeaderNames.Vary, "Accept, Authorization, Cookie");
        if (!http.Request.GetTypedHeaders().IfNoneMatch.Any(known => Matches(known, tag)))
            return false;

        http.Response.StatusCode = StatusCodes.Status304NotModified;
        headers.ContentType = default;
        return true;
    }

    private static bool Matches(EntityTagHeaderValue known, EntityTagHeaderValue tag) =>
        known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false);
}
