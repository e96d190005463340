using System.Net.Http.Headers;
using System.Text;
using Cwa.Graph.Engine;
using Cwa.Graph.Tests.Engine;

namespace Cwa.Graph.Tests.Security;

/// <summary>
/// A cookie is of use only to this server's own pages: not to other origins, not to sibling hosts, and not to the
/// origins in `Security:Origins`, which send tokens.
/// </summary>
public sealed class SameOriginTests(PageServer server) : IClassFixture<PageServer>
{
    private const string Own = "https://localhost";

    // What a browser says of who sends: the origin, and how near it is.
    public static TheoryData<string?, string?, bool> Writers =>
        new()
        {
            { Own, null, true },
            { Own, "same-origin", true },
            { "HTTPS://LOCALHOST", null, true },
            { null, "same-origin", true },
            { "null", "same-origin", true },
            { null, null, false },
            { null, "same-site", false },
            { null, "cross-site", false },
            { null, "none", false },
            { "null", null, false },
            { "null", "cross-site", false },
            { "https://enemy.example", null, false },
            { "https://enemy.example", "same-origin", false },
            { "https://friend.example", "cross-site", false },
            { "https://sibling.localhost", "same-site", false },
            { "http://localhost", "same-site", false },
            { "https://localhost:444", "same-site", false },
            { "https://localhost.enemy.example", null, false },
            { "https://localhost, https://enemy.example", null, false },
        };

    public static TheoryData<string?, string?, bool> Readers =>
        new()
        {
            { null, null, true },
            { null, "none", true },
            { null, "same-origin", true },
            { Own, "same-origin", true },
            { null, "same-site", false },
            { null, "cross-site", false },
            { null, "nonsense", false },
            { "https://enemy.example", null, false },
            { "https://friend.example", "cross-site", false },
            { "https://sibling.localhost", "same-site", false },
            { "null", "cross-site", false },
        };

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Only_our_own_pages_write_with_a_cookie(string? origin, string? site, bool isOurs)
    {
        using var browser = await server.SignInAsync(["Npr.Admin"]);

        foreach (var path in new[] { "/graphql", "/import/agencies?dryRun=true", "/sign-out" })
        {
            var answer = await browser.SendAsync(Post(path), ("Origin", origin), ("Sec-Fetch-Site", site));
            Check(answer, isOurs);
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Only_our_own_pages_read_with_a_cookie(string? origin, string? site, bool isOurs)
    {
        using var browser = await server.SignInAsync(["Npr.Read"]);

        foreach (
            var path in new[]
            {
                "/graphql?query={liaisons{totalCount}}",
                "/graphql?query=subscription{monthlyReportSubmitted{cursor}}",
                "/graphql?sdl",
                "/export/liaisons.csv",
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Accept", path.Contains("subscription") ? "text/event-stream" : "*/*");
            using var response = await browser.SendPlainAsync(request, ("Origin", origin), ("Sec-Fetch-Site", site));

            Assert.True(isOurs == ((int)response.StatusCode == 200), $"{path}: {response.StatusCode}");
            if (!isOurs)
                Check(await Answer.OfAsync(response), isOurs);
        }
    }

    [Theory]
    [InlineData("http://localhost", true)]
    [InlineData(null, false)]
    [InlineData("null", false)]
    [InlineData("https://enemy.example", false)]
    [InlineData("https://friend.example", false)]
    [InlineData("http://sibling.localhost", false)]
    [InlineData("https://localhost", false)]
    public async Task Only_our_own_pages_open_a_socket_with_a_cookie(string? origin, bool isOurs)
    {
        var cookie = PageServer.CookieOf(server.Server, TimeSpan.FromHours(1), ("oid", "x"), ("roles", "Npr.Read"));

        if (isOurs)
            (await server.Server.OpenSocketAsync(origin: origin, cookie: cookie)).Dispose();
        else
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() =>
                server.Server.OpenSocketAsync(origin: origin, cookie: cookie)
            );
            Assert.Contains("403", refused.Message, StringComparison.Ordinal);
        }
    }

    // A link from elsewhere, such as in a mail.
    [Fact]
    public async Task A_page_may_be_opened_from_anywhere()
    {
        using var browser = await server.SignInAsync(["Npr.Read"]);

        var opened = await browser.SendAsync(
            new(HttpMethod.Get, "/signed-in"),
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Mode", "navigate")
        );
        var ide = await browser.SendAsync(
            new(HttpMethod.Get, "/graphql/"),
            ("Sec-Fetch-Site", "cross-site"),
            ("Accept", "text/html")
        );

        Assert.Equal(200, opened.Status);
        Assert.NotEqual(403, ide.Status);
    }

    [Fact]
    public async Task Who_sends_a_token_may_send_it_from_anywhere()
    {
        using var browser = await server.SignInAsync(["Npr.Read"]);
        var bearer = "Bearer " + server.Issuer.Token(["Npr.Read"]);

        var answer = await browser.AskAsync(
            "{ liaisons { totalCount } }",
            ("Authorization", bearer),
            ("Origin", "https://friend.example"),
            ("Sec-Fetch-Site", "cross-site")
        );

        Assert.Equal(200, answer.Succeeds().Status);
    }

    private static HttpRequestMessage Post(string path) =>
        new(HttpMethod.Post, path)
        {
            Content = path.StartsWith("/import", StringComparison.Ordinal)
                ? new StringContent("abbreviation\n", Encoding.UTF8, "text/csv")
                : new StringContent(
                    """{"query":"{ __typename }"}""",
                    Encoding.UTF8,
                    MediaTypeHeaderValue.Parse("application/json")
                ),
        };

    private static void Check(Answer answer, bool isOurs)
    {
        Assert.True(isOurs == (answer.Status != 403), $"{answer.Status} {answer.Text}");
        if (!isOurs)
            Assert.Equal(ErrorCodes.OriginNotAllowed, answer.Code);
    }
}
