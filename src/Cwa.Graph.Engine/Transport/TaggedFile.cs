using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Cwa.Graph.Engine;

/// <summary>A small file that clients keep polling. It is sent only when it has changed.</summary>
internal static class TaggedFile
{
    /// <summary>Sends the file, or 304 if the client already has it.</summary>
    public static Task SendAsync(HttpContext http, byte[] file, string mediaType)
    {
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.Vary = "Authorization";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(file))[..32]}\"");
        return Results.Bytes(file, mediaType, entityTag: tag).ExecuteAsync(http);
    }
}
