using System.Net;
using System.Net.Http.Json;
using Cwa.Graph.Engine;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Engine;

[AfterOthers]
public sealed class EventStreamTests(ImpatientLibrary library) : IClassFixture<ImpatientLibrary>
{
    private const string Endless = "subscription { arrivals }";

    [Fact]
    public async Task A_subscription_is_a_stream_of_events_with_ids_to_resume_from()
    {
        using var response = await library.StreamAsync(Endless, new { count = 2 });

        Assert.Equal(
            (HttpStatusCode.OK, "text/event-stream"),
            (response.StatusCode, response.Content.Headers.ContentType!.MediaType)
        );
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("no", Assert.Single(response.Headers.GetValues("X-Accel-Buffering")));
        Assert.Equal(
            """
            event: next
            id: 1
            data: {"data":{"arrivals":"1"}}

            event: next
            id: 2
            data: {"data":{"arrivals":"2"}}

            event: complete
            data:


            """,
            await response.Content.ReadAsStringAsync()
        );
    }

    [Fact]
    public async Task A_stream_resumes_after_the_last_event_that_its_client_has_seen()
    {
        using var response = await library.StreamAsync(
            Endless,
            new { count = 3 },
            request => request.Headers.Add("Last-Event-ID", "2")
        );

        Assert.StartsWith("event: next\nid: 3\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_or_a_mutation_is_a_stream_of_one_event()
    {
        using var query = await library.StreamAsync("{ echo(number: 4) }");
        using var mutation = await library.StreamAsync("mutation { lend(input: {}) }");

        Assert.StartsWith(
            "event: next\ndata: {\"data\":{\"echo\":4}",
            await query.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "\n\nevent: complete\ndata:\n\n",
            await mutation.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("{", ErrorCodes.ParseFailed)]
    [InlineData("{ nothing }", ErrorCodes.ValidationFailed)]
    [InlineData("{ books { nodes { shelf } } }", ErrorCodes.Unauthenticated)]
    [InlineData("subscription { nothing }", ErrorCodes.ValidationFailed)]
    public async Task An_operation_that_cannot_run_is_refused_in_the_stream(string query, string code)
    {
        using var response = await library.StreamAsync(query);

        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(
            (HttpStatusCode.OK, "text/event-stream"),
            (response.StatusCode, response.Content.Headers.ContentType!.MediaType)
        );
        Assert.StartsWith("event: next\ndata: {\"errors\":[", text, StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{code}\"", text, StringComparison.Ordinal);
        Assert.EndsWith("\n\nevent: complete\ndata:\n\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refuse", ErrorCodes.LimitExceeded)]
    [InlineData("fault", ErrorCodes.InternalServerError)]
    public async Task A_subscription_that_is_ended_by_the_server_says_why(string then, string code)
    {
        using var response = await library.StreamAsync(Endless, new { count = 1, then });

        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains("\n\nevent: next\ndata: {\"errors\":[", text, StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{code}\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.EndsWith("\n\nevent: complete\ndata:\n\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query={__typename}", 200, "text/event-stream")]
    [InlineData("query=subscription{arrivals}", 200, "text/event-stream")]
    [InlineData("query=mutation{lend(input:{})}", 405, "application/json")]
    [InlineData("", 400, "application/json")]
    public async Task A_GET_opens_a_stream_for_anything_but_a_mutation(string parameters, int status, string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?" + parameters);

        using var response = await library.StreamAsync(request);

        Assert.Equal((status, mediaType), ((int)response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("text/event-stream", "text/event-stream")]
    [InlineData("text/event-stream, application/json", "text/event-stream")]
    [InlineData("application/json, text/event-stream", "application/json")]
    [InlineData("application/json; q=0.5, text/event-stream; q=0.9", "text/event-stream")]
    [InlineData("text/event-stream; q=0.5, application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("text/event-stream; q=0, */*", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/*", "text/event-stream")]
    public async Task A_client_that_prefers_an_event_stream_gets_one(string accept, string mediaType)
    {
        using var response = await library.StreamAsync("{ __typename }", accept: accept);

        Assert.Equal(
            (HttpStatusCode.OK, mediaType),
            (response.StatusCode, response.Content.Headers.ContentType!.MediaType)
        );
    }

    [Theory]
    [InlineData("application/json, text/event-stream")]
    [InlineData("application/graphql-response+json, application/json; q=0.9, text/event-stream; q=0.1")]
    [InlineData("*/*")]
    [InlineData("application/json, text/*; q=0.5")]
    [InlineData("text/html, application/xhtml+xml, */*; q=0.8")]
    [InlineData(null)]
    public async Task A_subscription_is_streamed_to_every_client_that_accepts_a_stream(string? accept)
    {
        using var posted = await library.StreamAsync(Endless, new { count = 1 }, accept: accept);
        using var got = await library.StreamAsync(new(HttpMethod.Get, "/graphql?query=" + Endless), accept);

        foreach (var response in new[] { posted, got })
        {
            Assert.Equal(
                (HttpStatusCode.OK, "text/event-stream"),
                (response.StatusCode, response.Content.Headers.ContentType!.MediaType)
            );
            Assert.StartsWith(
                "event: next\nid: 1\n",
                await response.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_bad_document_is_refused_in_the_media_type_that_the_client_prefers()
    {
        using var response = await library.StreamAsync("subscription {", accept: "application/json, text/event-stream");

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_body_that_is_not_a_request_is_refused_before_the_stream()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = 1 }),
        };

        using var response = await library.StreamAsync(request);

        Assert.Equal(
            (HttpStatusCode.BadRequest, "application/json"),
            (response.StatusCode, response.Content.Headers.ContentType!.MediaType)
        );
    }

    [Fact]
    public async Task A_stream_begins_at_once_and_sends_heartbeats_until_its_client_leaves()
    {
        await library.Arrivals.StoppedAsync();
        using (var response = await library.StreamAsync(Endless, new { count = 0, then = "wait" }))
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            for (var n = 0; n < 3; n++)
                Assert.Equal((":", ""), (await reader.ReadLineAsync(), await reader.ReadLineAsync()));
            Assert.Equal(1, library.Arrivals.Running);
        }

        await library.Arrivals.StoppedAsync();
    }

    [Theory]
    [InlineData("brief")]
    [InlineData("reader-to-go")]
    public async Task A_stream_ends_with_the_sign_in_of_its_caller(string token)
    {
        using var response = await library.StreamAsync(
            Endless,
            new { count = 1, then = "wait" },
            request => request.Headers.Add("X-Reader", token)
        );
        library.Doors.Revoked.Add("reader-to-go");

        var text = await response.Content.ReadAsStringAsync();
        Assert.Contains($"\"code\":\"{ErrorCodes.Unauthenticated}\"", text, StringComparison.Ordinal);
        Assert.EndsWith("\n\nevent: complete\ndata:\n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_is_read_no_faster_than_its_client_reads()
    {
        var before = library.Arrivals.Sent;
        using var response = await library.StreamAsync(Endless, new { count = 1_000, bytes = 100_000 });

        var sent = await Eventually.StopsAsync(() => library.Arrivals.Sent);

        Assert.InRange(sent - before, 1, 300);
    }
}
