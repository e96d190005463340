using System.Net.Http.Json;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;

namespace Cwa.Graph.Tests.Security;

/// <summary>A cookie is good for its time, for this server, and for as long as nobody revokes it.</summary>
public sealed class PageSessionTests(PageServer server) : IClassFixture<PageServer>
{
    private const string Stream = "subscription { feed { cursor } }";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly CwaServer _server = server.Server;

    [Fact]
    public async Task Where_a_token_comes_with_the_cookie_the_token_decides()
    {
        using var browser = await server.SignInAsync(["Npr.Read"]);
        var good = "Bearer " + server.Issuer.Token(["Agency.Submit"], "SSA");

        var byToken = await browser.AskAsync("{ viewer { name } }", ("Authorization", good));
        var byBadToken = await browser.AskAsync("{ viewer { name } }", ("Authorization", good[..^4] + "AAAA"));
        var byOther = await browser.AskAsync("{ __typename }", ("Authorization", "Basic eDp5"));
        var byCookie = await browser.AskAsync("{ viewer { name } }");

        Assert.Equal("Pat Example", byToken.At("viewer.name").GetString());
        Assert.Equal((401, ErrorCodes.Unauthenticated), (byBadToken.Status, byBadToken.Code));
        Assert.Contains("`Authorization`", byBadToken.Message, StringComparison.Ordinal);
        Assert.Equal(401, byOther.Status);
        Assert.Equal("pat@example.gov", byCookie.At("viewer.name").GetString());
    }

    [Theory]
    [InlineData("tampered")]
    [InlineData("cut")]
    [InlineData("nonsense")]
    [InlineData("expired")]
    [InlineData("of another server")]
    [InlineData("revoked")]
    public async Task A_cookie_that_is_not_accepted_gets_nothing(string how)
    {
        await using var other = await PageServer.StartAsync(server.Issuer, sample: false);
        var oid = Guid.NewGuid().ToString();
        var good = PageServer.CookieOf(_server, Hour, ("oid", oid), ("roles", "Npr.Read"));
        if (how == "revoked")
            PageServer.Revoke(_server, oid);
        var cookie = how switch
        {
            "tampered" => good[..60] + (good[60] == 'A' ? 'B' : 'A') + good[61..],
            "cut" => good[..^10],
            "nonsense" => "__Host-cwa=x",
            "expired" => PageServer.CookieOf(_server, TimeSpan.FromSeconds(-1), ("oid", oid), ("roles", "Npr.Read")),
            "of another server" => PageServer.CookieOf(other, Hour, ("oid", oid), ("roles", "Npr.Read")),
            _ => good,
        };

        foreach (var path in new[] { "/graphql?query={__typename}", "/export/events.csv", "/calendar/SSA.ics" })
        {
            var refused = await SendAsync(HttpMethod.Get, path, cookie);
            Assert.Equal((401, ErrorCodes.Unauthenticated), (refused.Status, refused.Code));
            Assert.Contains("Sign in again", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(refused.Response.Headers, header => header.Key == "Set-Cookie");
        }

        Assert.Equal(401, (await SendAsync(HttpMethod.Post, "/import/events", cookie)).Status);
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _server.OpenSocketAsync(cookie: cookie, origin: "http://localhost")
        );
    }

    [Theory]
    [InlineData("Cookie", "__Host-cwa=x")]
    [InlineData("Authorization", "Bearer x")]
    public async Task The_style_of_pages_is_for_whoever_asks(string header, string value)
    {
        var style = await SendAsync(HttpMethod.Get, "/_content/Cwa.Dashboard/cwa.css", value, header);
        var missing = await SendAsync(HttpMethod.Get, "/_content/nothing.css", value, header);

        Assert.Equal((200, "text/css"), (style.Status, style.MediaType));
        Assert.Equal(404, missing.Status);
    }

    [Fact]
    public async Task A_cookie_of_the_same_claims_and_keys_is_accepted()
    {
        var cookie = PageServer.CookieOf(_server, Hour, ("oid", "x"), ("roles", "Npr.Read"));

        Assert.Equal(200, (await SendAsync(HttpMethod.Get, "/graphql?query={liaisons{totalCount}}", cookie)).Status);
    }

    [Fact]
    public async Task Who_was_signed_out_can_sign_in_again_at_once()
    {
        server.Issuer.People.Expect(["Npr.Read"]);
        using var browser = server.Open();
        browser.Cookies.SetCookies(new(browser.Origin), "__Host-cwa=x; path=/; secure");

        await browser.OpenAsync("/sign-in?returnUrl=/healthz/ready");

        Assert.Equal("pat@example.gov", await browser.WhoAsync());
    }

    [Fact]
    public async Task A_person_signs_out_in_one_tab_and_then_in_another()
    {
        using var browser = await server.SignInAsync(["Npr.Read"]);

        var first = await browser.SubmitAsync("/sign-out");
        var other = await browser.AskAsync("{ liaisons { totalCount } }");
        var second = await browser.SubmitAsync("/sign-out");

        Assert.Equal((200, "/signed-out"), (first.Status, browser.At.AbsolutePath));
        Assert.Empty(browser.Cookies.GetAllCookies());
        Assert.Equal(ErrorCodes.Unauthenticated, other.Code);
        Assert.Equal((200, first.Text), (second.Status, second.Text));
    }

    [Fact]
    public async Task A_person_can_sign_out_of_the_directory_too()
    {
        using var browser = await server.SignInAsync(["Npr.Read"]);

        var left = await browser.SubmitAsync("/sign-out");
        await browser.OpenAsync("/sign-out/directory");

        Assert.Contains("\"/sign-out/directory\"", left.Text, StringComparison.Ordinal);
        Assert.Contains($"/{server.Issuer.TenantId}/logout", server.Issuer.Asked);
        Assert.Equal("localhost", browser.At.Host);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_open_event_stream_ends_with_the_cookie(bool isRevoked)
    {
        var oid = Guid.NewGuid().ToString();
        var lasts = isRevoked ? Hour : TimeSpan.FromSeconds(3);
        var cookie = PageServer.CookieOf(_server, lasts, ("oid", oid), ("roles", "Npr.Read"));
        using var client = _server.PlainClient("https://localhost");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = JsonContent.Create(new { query = Stream }),
            Headers =
            {
                { "Cookie", cookie },
                { "Accept", "text/event-stream" },
                { "Sec-Fetch-Site", "same-origin" },
            },
        };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal(":", await events.ReadLineAsync());
        if (isRevoked)
            PageServer.Revoke(_server, oid);
        var rest = await events.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Contains(ErrorCodes.Unauthenticated, rest, StringComparison.Ordinal);
        Assert.Contains("Your sign-in has ended.", rest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_socket_ends_with_the_cookie()
    {
        var cookie = PageServer.CookieOf(_server, TimeSpan.FromSeconds(3), ("oid", "x"), ("roles", "Npr.Read"));
        using var socket = await _server.OpenSocketAsync(cookie: cookie, origin: "http://localhost");
        await socket.InitAsync();

        Assert.Equal((CloseCodes.Forbidden, "Forbidden: the sign-in has ended"), await socket.ClosedAsync());
    }

    [Fact]
    public async Task A_token_that_a_socket_sends_decides_over_the_cookie()
    {
        var cookie = PageServer.CookieOf(_server, Hour, ("oid", "x"), ("name", "Of the cookie"), ("roles", "Npr.Read"));
        using var socket = await _server.OpenSocketAsync(cookie: cookie, origin: "http://localhost");
        await socket.InitAsync("Bearer " + server.Issuer.Token(["Agency.Submit"], "SSA"));

        await socket.SubscribeAsync("q", "{ viewer { name } }");

        Assert.Equal(
            "Pat Example",
            (await socket.NextAsync()).Payload.GetProperty("data").GetProperty("viewer").GetProperty("name").GetString()
        );
    }

    // Tools carry what their directory says, and may say anything.
    [Fact]
    public async Task A_token_cannot_pass_for_a_cookie()
    {
        var claims = server.Issuer.Claims(["Agency.Submit"], "SSA");
        claims.Remove("scp");
        (claims["azp"], claims["cwa:person"], claims["amr"]) = ("a-tool", "true", PageSession.Scheme);

        var viewer = await server
            .Open()
            .AskAsync(
                "{ viewer { name } }",
                ("Authorization", "Bearer " + server.Issuer.Key.Sign(claims)),
                ("Sec-Fetch-Site", "cross-site")
            );

        Assert.Equal("Pat Example", viewer.At("viewer.name").GetString());
    }

    private async Task<Answer> SendAsync(HttpMethod method, string path, string cookie, string header = "Cookie")
    {
        using var client = _server.PlainClient("https://localhost");
        using var request = new HttpRequestMessage(method, path) { Headers = { { header, cookie } } };
        return await Answer.OfAsync(await client.SendAsync(request));
    }
}
