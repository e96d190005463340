using System.Net.Sockets;
using System.Text;
using CsCheck;
using Cwa.Graph.Tests.Security;

namespace Cwa.Graph.Tests;

/// <summary>Every response tells browsers not to guess its type and not to send referrers.</summary>
[Collection(SignedIn.Name)]
public sealed class AnswerHeadersTests(SignedInServer signedIn, LiveServerFixture live)
    : IClassFixture<LiveServerFixture>
{
    private static readonly string[] Paths =
    [
        "/",
        "/graphql",
        "/graphql/",
        "/graphql?sdl",
        "/graphql/schema",
        "/graphql?query={__typename}",
        "/graphql?query={",
        "/graphql?query={nothing}",
        "/graphql?query={liaisons{totalCount}}",
        "/graphql?query=mutation{x}",
        "/graphql?query=subscription{feed{cursor}}&query=1",
        "/graphql/bcp-config.json",
        "/graphql/index.html",
        "/graphql/service-worker.js",
        "/graphql/LICENSE",
        "/graphql/static/nothing.js",
        "/import/events",
        "/import/agencies?dryRun=true",
        "/import/nothing",
        "/export/events.csv?where={\"state\":{\"eq\":\"CA\"}}",
        "/export/annual-results.json",
        "/export/liaisons.csv",
        "/export/events.csv?nothing=1",
        "/export/nothing.csv",
        "/calendar/SSA.ics",
        "/calendar/SSA.ics?from=never",
        "/calendar/nothing.ics",
        "/calendar/states/CA.ics",
        "/calendar/states/XX.ics",
        "/feed.atom",
        "/feed.atom?nothing=1",
        "/healthz/ready",
        "/healthz",
        "/nothing",
        "/favicon.ico",
    ];

    private static readonly Gen<(string Name, string Value)[]> Headers = Gen.OneOf(
        ("Accept", "text/html"),
        ("Accept", "text/event-stream"),
        ("Accept", "application/json"),
        ("Accept", "image/png"),
        ("Accept", "nonsense"),
        ("Authorization", "Bearer x.y.z"),
        ("Authorization", "Basic x"),
        ("If-None-Match", "*"),
        ("Origin", "https://enemy.example"),
        ("Last-Event-ID", "x"),
        ("Host", "evil.example"),
        ("X-Forwarded-Host", "evil.example"),
        ("X-Forwarded-Proto", "evil.example"),
        ("Forwarded", "host=evil.example")
    ).Array[0, 4];

    private static readonly Gen<string> Method = Gen.OneOf(
        "GET",
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "OPTIONS",
        "BREW"
    );

    private static readonly Gen<(string Type, string Body)> Body = Gen.OneOf(
        ("application/json", """{"query":"{ __typename }"}"""),
        ("application/json", """{"query":"{"}"""),
        ("application/json", "{"),
        ("text/csv", "agency,month\n"),
        ("a/b", "")
    );

    [Fact]
    public async Task Every_response_has_the_headers_and_no_forged_host()
    {
        var met = new HashSet<int>();
        await Gen.Select(Gen.OneOf(Paths), Method, Headers, Body)
            .SampleAsync(
                async (path, method, headers, body) =>
                {
                    using var request = new HttpRequestMessage(new(method), path);
                    if (method is not ("GET" or "HEAD"))
                        request.Content = new StringContent(body.Body, Encoding.UTF8, body.Type);
                    foreach (var (name, value) in headers.DistinctBy(header => header.Name))
                        request.Headers.TryAddWithoutValidation(name, value);

                    using var response = await signedIn.Server.Client.SendAsync(request);

                    lock (met)
                        met.Add((int)response.StatusCode);
                    Check(response);
                    var answer = response + await response.Content.ReadAsStringAsync();
                    Assert.DoesNotContain("evil.example", answer, StringComparison.Ordinal);
                },
                iter: 300,
                threads: 2
            );

        Assert.Empty(new[] { 200, 400, 401, 404, 405 }.Except(met));
    }

    [Fact]
    public async Task Responses_before_routing_have_the_headers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feed.atom")
        {
            Headers = { Host = "evil.example" },
        };

        using var response = await live.Http.SendAsync(request);

        Assert.Equal(400, (int)response.StatusCode);
        Check(response);
    }

    [Fact]
    public async Task An_event_stream_has_the_headers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=subscription{feed{cursor}}");
        request.Headers.Add("Accept", "text/event-stream");

        using var response = await live.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Check(response);
    }

    [Theory]
    [InlineData(101, "Sec-WebSocket-Protocol: graphql-transport-ws")]
    [InlineData(101, "Sec-WebSocket-Protocol: another")]
    [InlineData(400, "X-Nothing: x")]
    [InlineData(403, "Sec-WebSocket-Protocol: graphql-transport-ws\r\nOrigin: https://enemy.example")]
    [InlineData(401, "Sec-WebSocket-Protocol: graphql-transport-ws\r\nAuthorization: Bearer x.y.z")]
    public async Task A_socket_handshake_has_the_headers(int status, string header)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(live.Server.Address.Host, live.Server.Address.Port);
        await client
            .GetStream()
            .WriteAsync(
                Encoding.ASCII.GetBytes(
                    "GET /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: "
                        + "websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + $"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{header}\r\n\r\n"
                )
            );

        using var reader = new StreamReader(client.GetStream());
        var head = new List<string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
            head.Add(line);

        Assert.StartsWith($"HTTP/1.1 {status} ", head[0], StringComparison.Ordinal);
        Assert.Contains("X-Content-Type-Options: nosniff", head);
        Assert.Contains("Referrer-Policy: no-referrer", head);
    }

    private static void Check(HttpResponseMessage response)
    {
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        if (response.Content.Headers.ContentType?.MediaType == "text/html")
        {
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        }
    }
}
