using System.Text;
using Cwa.Graph.Engine;

namespace Cwa.Graph.Tests.Engine;

public sealed class MediaTypeTests(Library library) : IClassFixture<Library>
{
    private const string Json = "application/json",
        GraphQL = "application/graphql-response+json";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("", Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("APPLICATION/JSON", Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("application/json; charset=\"UTF-8\"", Json)]
    [InlineData("application/graphql-response+json", GraphQL)]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; q=0.9", GraphQL)]
    [InlineData("application/json; q=0.9, application/graphql-response+json", GraphQL)]
    [InlineData("application/graphql-response+json; q=0.1, application/json", Json)]
    [InlineData("application/graphql-response+json; q=0, */*", Json)]
    [InlineData("text/html, application/json; q=0.1", Json)]
    [InlineData("text/html, */*; q=0.1", Json)]
    [InlineData("application/json; q=0, */*", GraphQL)]
    [InlineData("application/*; q=0.1, application/graphql-response+json; q=0, */*", Json)]
    [InlineData("application/*, application/graphql-response+json; q=0.5", Json)]
    [InlineData("*/*; q=0.1, application/graphql-response+json; q=0.5", GraphQL)]
    [InlineData("application/json; charset=utf8", Json)]
    public async Task The_response_has_the_media_type_that_the_client_prefers(string? accept, string mediaType)
    {
        var answer = await AcceptAsync(accept, "{ __typename }");

        Assert.Equal((200, mediaType), (answer.Status, answer.MediaType));
        Assert.Equal("utf-8", answer.Response.Content.Headers.ContentType!.CharSet);
        Assert.Equal("Query", answer.At("__typename").GetString());
    }

    [Theory]
    [InlineData("application/xml")]
    [InlineData("text/html")]
    [InlineData("application/json; q=0")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    [InlineData("application/*; q=0")]
    [InlineData("*/*; q=0")]
    public async Task An_unsupported_media_type_is_not_acceptable(string accept)
    {
        var answer = await AcceptAsync(accept, "{ __typename }");

        Assert.Equal((406, Json, ErrorCodes.NotAcceptable), (answer.Status, answer.MediaType, answer.Code));
        Assert.Contains("`Accept: application/json`", answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ __typename }", 200, 200)]
    [InlineData("{ fails }", 200, 200)]
    [InlineData("{", 400, 200)]
    [InlineData("{ nothing }", 400, 200)]
    [InlineData("{ books(first: 0) { totalCount } }", 400, 200)]
    [InlineData("query ($n: Int!) { echo(number: $n) }", 400, 200)]
    [InlineData("query A { __typename } query B { __typename }", 400, 200)]
    [InlineData("fragment F on Query { __typename }", 400, 200)]
    [InlineData("", 400, 200)]
    public async Task Only_the_newer_media_type_shows_a_refused_document_by_the_status(
        string query,
        int graphql,
        int json
    )
    {
        Assert.Equal(graphql, (await AcceptAsync(GraphQL, query)).Status);
        Assert.Equal(json, (await AcceptAsync(Json, query)).Status);
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("Application/JSON; Charset=\"UTF-8\"", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("application/json; charset=utf8", 200)]
    [InlineData("application/json; charset=\"UTF8\"", 200)]
    [InlineData("application/json; charset=utf-32", 415)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/graphql", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData("nonsense", 415)]
    [InlineData(null, 415)]
    public async Task Only_JSON_in_UTF_8_is_accepted(string? contentType, int status)
    {
        using var request = Post("""{"query":"{ __typename }"}""");
        request.Content!.Headers.Remove("Content-Type");
        if (contentType is not null)
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var answer = await library.SendAsync(request);

        Assert.Equal((status, status == 200 ? "" : ErrorCodes.UnsupportedMediaType), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("identity", 200)]
    [InlineData("gzip", 415)]
    [InlineData("br, gzip", 415)]
    public async Task A_compressed_body_is_refused(string encoding, int status)
    {
        using var request = Post("""{"query":"{ __typename }"}""");
        request.Content!.Headers.TryAddWithoutValidation("Content-Encoding", encoding);

        Assert.Equal(status, (await library.SendAsync(request)).Status);
    }

    private async Task<Answer> AcceptAsync(string? accept, string query)
    {
        using var request = Post(System.Text.Json.JsonSerializer.Serialize(new { query }));
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await library.SendAsync(request);
    }

    private static HttpRequestMessage Post(string body) =>
        new(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
