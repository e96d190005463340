using System.Net.Http.Headers;
using System.Net.Http.Json;
using Cwa.Graph.Tests.Engine;

namespace Cwa.Graph.Tests.Answers;

/// <summary>Helpers for tests about answers that are kept.</summary>
internal static class Asking
{
    /// <summary>Asks by GET.</summary>
    public static async Task<Answer> GetQueryAsync(
        this HttpClient client,
        string query,
        string? token = null,
        string? knownTag = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query));
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (knownTag is not null)
            request.Headers.IfNoneMatch.ParseAdd(knownTag);
        return await Answer.OfAsync(await client.SendAsync(request));
    }

    /// <summary>Asks by POST.</summary>
    public static async Task<Answer> PostAsync(this HttpClient client, object request, string? token = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        message.Content = JsonContent.Create(request);
        if (token is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Answer.OfAsync(await client.SendAsync(message));
    }

    /// <summary>Lets the server see where the last change is, without which it does not use a new answer again.</summary>
    public static Task LookAsync(this CwaServer server) =>
        Eventually.IsAsync(
            "HIT",
            async () => (await server.Client.PostAsync(new { query = "{ agencies { totalCount } }" })).Cache()
        );

    /// <summary>HIT or MISS; null for an answer that is never kept.</summary>
    public static string? Cache(this Answer answer) =>
        answer.Json.TryGetProperty("extensions", out var extensions)
        && extensions.TryGetProperty("cache", out var cache)
            ? cache.GetString()
            : null;

    public static string? Tag(this Answer answer) => answer.Response.Headers.ETag?.ToString();
}
