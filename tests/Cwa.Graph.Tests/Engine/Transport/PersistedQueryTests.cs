using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests.Engine;

/// <summary>
/// Clients that name a document by its hash learn over every transport that they have to send the text.
/// </summary>
[Collection(SignedIn.Name)]
public sealed class PersistedQueryTests(SignedInServer server)
{
    private const string Text = "{ __typename }";
    private const string Code = ErrorCodes.PersistedQueryNotSupported,
        Message = "PersistedQueryNotSupported";

    private static readonly string Hash = HashOf(Text);

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/graphql-response+json", 400)]
    public async Task A_hash_alone_gets_the_error_that_makes_clients_send_the_text(string accept, int status)
    {
        var posted = await PostAsync(new { extensions = Named(Hash) }, accept);
        var empty = await PostAsync(
            new
            {
                query = "",
                variables = new { },
                extensions = Named(Hash),
            },
            accept
        );
        var got = await GetAsync("operationName=Q&variables={}&extensions=" + InUrl(Hash), accept);

        var told = (status, accept, Code, Message);
        Assert.All(
            [posted, empty, got],
            answer => Assert.Equal(told, (answer.Status, answer.MediaType, answer.Code, answer.Message))
        );
    }

    [Fact]
    public async Task An_event_stream_refuses_a_hash_alone_in_its_only_event()
    {
        var posted = await PostAsync(new { extensions = Named(Hash) }, "text/event-stream");
        var got = await GetAsync("extensions=" + InUrl(Hash), "text/event-stream");

        Assert.All(
            [posted, got],
            answer =>
            {
                const string Error = $$$"""{"message":"{{{Message}}}","extensions":{"code":"{{{Code}}}"}}""";
                Assert.StartsWith(
                    $"event: next\ndata: {{\"errors\":[{Error}]}}\n\n",
                    answer.Text,
                    StringComparison.Ordinal
                );
                Assert.EndsWith("event: complete\ndata:\n\n", answer.Text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_socket_refuses_a_hash_alone_and_stays_open()
    {
        using var socket = await (await server.Server.OpenSocketAsync()).InitAsync();

        await socket.SendAsync(
            new
            {
                type = "subscribe",
                id = "q",
                payload = new { extensions = Named(Hash) },
            }
        );
        Assert.Equal(Code, await socket.ErrorAsync("q"));
        await socket.SendAsync(
            new
            {
                type = "subscribe",
                id = "q",
                payload = new { query = Text, extensions = Named(Hash) },
            }
        );

        Assert.Equal(
            "Query",
            (await socket.NextAsync()).Payload.GetProperty("data").GetProperty("__typename").GetString()
        );
    }

    [Fact]
    public async Task A_document_sent_with_its_hash_is_executed()
    {
        var posted = await PostAsync(
            new { query = Text, extensions = Named(Hash.ToUpperInvariant()) },
            "application/json"
        );
        var got = await GetAsync($"query={Text}&extensions=" + InUrl(Hash), "application/json");

        Assert.All([posted, got], answer => Assert.Equal("Query", answer.Succeeds().At("__typename").GetString()));
    }

    [Fact]
    public async Task A_document_sent_with_another_hash_is_refused()
    {
        var answer = await PostAsync(new { query = Text, extensions = Named(HashOf(Text + " ")) }, "application/json");
        using var socket = await (await server.Server.OpenSocketAsync()).InitAsync();
        await socket.SendAsync(
            new
            {
                type = "subscribe",
                id = "q",
                payload = new { query = Text, extensions = Named("") },
            }
        );

        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
        Assert.Contains("is not the hash of `query`", answer.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCodes.BadRequest, await socket.ErrorAsync("q"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "persistedQuery": null }""")]
    [InlineData("""{ "other": { "sha256Hash": "0" } }""")]
    public async Task Extensions_without_a_hash_do_not_replace_the_document(string extensions)
    {
        var answer = await PostAsync(new { extensions = JsonDocument.Parse(extensions) }, "application/json");

        Assert.Equal((400, ErrorCodes.BadRequest), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("""{ "version": 1 }""")]
    [InlineData("""{ "version": 2, "sha256Hash": 7 }""")]
    public async Task Other_extensions_do_not_matter_when_the_document_is_sent(string named)
    {
        var extensions = new { persistedQuery = JsonDocument.Parse(named) };

        var answer = await PostAsync(new { query = Text, extensions }, "application/json");

        Assert.Equal("Query", answer.Succeeds().At("__typename").GetString());
    }

    private static object Named(string hash) => new { persistedQuery = new { version = 1, sha256Hash = hash } };

    private static string InUrl(string hash) => Uri.EscapeDataString(JsonSerializer.Serialize(Named(hash)));

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private Task<Answer> GetAsync(string parameters, string accept) =>
        SendAsync(new(HttpMethod.Get, "/graphql?" + parameters), accept);

    private Task<Answer> PostAsync(object body, string accept) =>
        SendAsync(new(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(body) }, accept);

    private async Task<Answer> SendAsync(HttpRequestMessage request, string accept)
    {
        request.Headers.Add("Accept", accept);
        return await Answer.OfAsync(await server.Server.Client.SendAsync(request));
    }
}
