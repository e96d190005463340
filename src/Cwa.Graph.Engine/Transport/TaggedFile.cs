using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Cwa.Graph.Engine;

/// <summary>A small file that is asked for again and again, and sent only when it has changed.</summary>
internal static class TaggedFile
{
    /// <summary>Sends the file, or that the requester has it already.</summary>
    public static Task SendAsync(HttpContext http, byte[] file, string mediaType)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = "Authorization";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))[..32]}\"");
        return Results.Bytes(file, mediaType, entityTag: tag).ExecuteAsync(http);
    }
}
