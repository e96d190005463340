using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Cwa.Graph.Tests.Security;

/// <summary>In Development, and on the same machine only, a developer chooses who to be.</summary>
public sealed partial class ChooserTests(ChooserServer server) : IClassFixture<ChooserServer>
{
    private const string Liaisons = "{ liaisons { totalCount } }";

    [Theory]
    [InlineData("npr-reader", "NPR reader", "Npr.Read")]
    [InlineData("npr-reviewer", "NPR reviewer", "Npr.Review")]
    [InlineData("npr-administrator", "NPR administrator", "Npr.Read,Npr.Admin")]
    [InlineData("agency-SSA", "Social Security Administration (SSA)", "Agency.Submit")]
    public async Task A_developer_is_whom_they_choose(string who, string name, string roles)
    {
        using var browser = server.Open();

        var page = await browser.OpenAsync("/sign-in?returnUrl=/healthz/ready");
        var back = await browser.SubmitAsync("/sign-in/as", ("who", who), ("returnUrl", "/healthz/ready"));
        var at = browser.At.AbsolutePath;
        var viewer = (await browser.AskAsync("{ viewer { name roles } }")).Succeeds().At("viewer");

        Assert.Contains($"value=\"{who}\"", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "<input type=\"hidden\" name=\"returnUrl\" value=\"/healthz/ready\">",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Equal((200, "/healthz/ready"), (back.Status, at));
        Assert.Equal(name, viewer.GetProperty("name").GetString());
        Assert.Equal(
            roles.Split(',').Order(),
            viewer.GetProperty("roles").EnumerateArray().Select(r => r.GetString()).Order()
        );
    }

    [Fact]
    public async Task Every_agency_is_on_the_list()
    {
        var page = await server.Open().OpenAsync("/sign-in");

        Assert.Equal(163, Option().Count(page.Text));
    }

    [Fact]
    public async Task Nobody_reads_what_is_public_even_on_this_machine()
    {
        using var browser = server.Open();
        var before = await browser.AskAsync(Liaisons);
        await browser.SubmitAsync("/sign-in/as", ("who", "nobody"), ("returnUrl", "/healthz/ready"));

        var asked = await browser.AskAsync(Liaisons);
        var who = await browser.WhoAsync();
        await browser.SubmitAsync("/sign-out");
        var after = await browser.AskAsync(Liaisons);

        Assert.Equal(("", "UNAUTHENTICATED", ""), (before.Code, asked.Code, after.Code));
        Assert.Null(who);
    }

    [Fact]
    public async Task Someone_without_a_role_is_told_so()
    {
        using var browser = server.Open();

        var told = await browser.SubmitAsync("/sign-in/as", ("who", "no-role"), ("returnUrl", "/a"));

        Assert.Equal("/signed-in?returnUrl=%2Fa", browser.At.PathAndQuery);
        Assert.Contains("You have no role here.", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost", false)]
    [InlineData("https://localhost", true)]
    public async Task The_cookie_is_secure_where_the_page_is(string address, bool isSecure)
    {
        using var browser = new Browser(server.Server, address: address);
        using var _ = await browser.SendPlainAsync(
            new(HttpMethod.Post, "/sign-in/as")
            {
                Content = new FormUrlEncodedContent([new("who", "npr-reader")]),
                Headers = { { "Origin", address } },
            }
        );

        var cookie = Assert.Single(browser.SetCookies);

        Assert.StartsWith("cwa=", cookie, StringComparison.Ordinal);
        Assert.EndsWith(
            isSecure ? "; path=/; secure; samesite=lax; httponly" : "; path=/; samesite=lax; httponly",
            cookie,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("who", "npr-nothing")]
    [InlineData("who", "agency-XYZ")]
    [InlineData("whom", "npr-reader")]
    public async Task Whoever_is_not_on_the_list_cannot_be_chosen(string field, string who)
    {
        using var browser = server.Open();

        var told = await browser.SubmitAsync("/sign-in/as", (field, who));

        Assert.Equal(400, told.Status);
        Assert.Contains("Choose someone from the list.", told.Text, StringComparison.Ordinal);
        Assert.Empty(browser.Cookies.GetAllCookies());
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\t/evil.example")]
    public async Task Nobody_is_led_to_another_host(string returnUrl)
    {
        using var browser = server.Open();

        var page = await browser.OpenAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        using var response = await browser.SendPlainAsync(
            new(HttpMethod.Post, "/sign-in/as")
            {
                Content = new FormUrlEncodedContent([new("who", "npr-reader"), new("returnUrl", returnUrl)]),
                Headers = { { "Origin", browser.Origin } },
            }
        );

        Assert.DoesNotContain("evil", page.Text, StringComparison.Ordinal);
        Assert.Equal("/", response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("https://enemy.example", "cross-site")]
    [InlineData("http://localhost:3000", "same-site")]
    [InlineData(null, null)]
    [InlineData("null", "cross-site")]
    public async Task No_other_page_can_choose(string? origin, string? site)
    {
        using var browser = server.Open();

        var refused = await browser.SendAsync(
            new(HttpMethod.Post, "/sign-in/as") { Content = new FormUrlEncodedContent([new("who", "npr-reader")]) },
            ("Origin", origin),
            ("Sec-Fetch-Site", site)
        );

        Assert.Equal((403, "ORIGIN_NOT_ALLOWED"), (refused.Status, refused.Code));
        Assert.Empty(browser.Cookies.GetAllCookies());
    }

    [Theory]
    [InlineData("10.0.0.7", null, null, "localhost")]
    [InlineData("127.0.0.1", "X-Forwarded-For", "127.0.0.1", "localhost")]
    [InlineData("127.0.0.1", "Forwarded", "for=127.0.0.1", "localhost")]
    [InlineData("127.0.0.1", "Via", "1.1 proxy", "localhost")]
    [InlineData("127.0.0.1", null, null, "cwa.example.gov")]
    [InlineData("127.0.0.1", null, null, "localhost.evil.example")]
    public async Task From_another_machine_there_is_nobody_to_choose(
        string address,
        string? header,
        string? value,
        string host
    )
    {
        foreach (var (method, path) in new[] { ("GET", "/sign-in"), ("POST", "/sign-in/as") })
        {
            var answer = await server.Server.SendAsync(http =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse(address);
                (http.Request.Method, http.Request.Path, http.Request.Host) = (method, path, new(host));
                http.Request.Headers.Origin = $"http://{host}";
                if (header is not null)
                    http.Request.Headers[header] = value;
            });

            Assert.Equal(StatusCodes.Status404NotFound, answer.Response.StatusCode);
            Assert.Equal(0, answer.Response.Headers.SetCookie.Count);
        }
    }

    [Fact]
    public async Task Outside_Development_there_is_nobody_to_choose()
    {
        using var browser = new Browser(server.Server.Public);

        var page = await browser.OpenAsync("/sign-in");
        var chosen = await browser.SubmitAsync("/sign-in/as", ("who", "npr-reader"));

        Assert.DoesNotContain("<form", page.Text, StringComparison.Ordinal);
        Assert.Equal(404, chosen.Status);
        Assert.Empty(browser.Cookies.GetAllCookies());
    }

    [Fact]
    public async Task The_page_runs_and_loads_nothing()
    {
        var page = await server.Open().OpenAsync("/sign-in");

        Assert.Equal(
            "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            Assert.Single(page.Response.Headers.GetValues("Content-Security-Policy"))
        );
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.DoesNotMatch(Active(), page.Text);
    }

    [GeneratedRegex("<option ")]
    private static partial Regex Option();

    [GeneratedRegex("<script|<style|style=|<link|<img| on[a-z]+=")]
    private static partial Regex Active();
}
