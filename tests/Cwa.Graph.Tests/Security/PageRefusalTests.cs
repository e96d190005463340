using System.Net;
using Cwa.Graph.Tests.Engine;
using Microsoft.AspNetCore.WebUtilities;

namespace Cwa.Graph.Tests.Security;

/// <summary>Somebody who is not signed in, or no longer, reads why, in words, and the log has one line.</summary>
public sealed class PageRefusalTests(PageServer server) : IClassFixture<PageServer>
{
    private const string Here = "/healthz/ready";

    private readonly LocalSignIn _people = server.Issuer.People;

    [Theory]
    [InlineData("")]
    [InlineData("?code=x")]
    [InlineData("?code=x&state=")]
    [InlineData("?code=x&state=x")]
    [InlineData("?error=access_denied")]
    [InlineData("?code=x&state={state}")]
    [InlineData("?id_token=x&state={state}")]
    public async Task Without_the_cookie_of_this_sign_in_it_took_too_long(string answer)
    {
        using var browser = server.Open();
        var path = await browser.SignInUntilSentBackAsync();
        var state = QueryHelpers.ParseQuery(path.Split('?')[1])["state"].ToString();
        using var other = server.Open();
        var before = server.Server.Log.Lines.Count;

        var told = await other.OpenAsync("/signin-oidc" + answer.Replace("{state}", Uri.EscapeDataString(state)));

        Told(told, 400, "Your sign-in took too long", "Sign in again.");
        Assert.Empty(other.Cookies.GetAllCookies());
        IsLogged(before, "Information: Credentials were refused: ");
    }

    [Fact]
    public async Task A_code_is_good_once()
    {
        _people.Expect(["Npr.Read"]);
        using var browser = server.Open();
        var path = await browser.SignInUntilSentBackAsync();
        var cookies = browser.Cookies.GetCookieHeader(new(browser.Origin + path));
        using var client = server.Server.PlainClient(browser.Origin);

        using var first = await client.SendAsync(Back());
        using var second = await client.SendAsync(Back());

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Told(await Answer.OfAsync(second), 400, "Your sign-in took too long");
        Assert.DoesNotContain(second.Headers, header => header.Value.Any(v => v.Contains("__Host-cwa=")));

        HttpRequestMessage Back() => new(HttpMethod.Get, path) { Headers = { { "Cookie", cookies } } };
    }

    [Theory]
    [InlineData("access_denied", 403, "Your organization did not sign you in")]
    [InlineData("temporarily_unavailable", 503, "The directory that signs people in is away")]
    [InlineData("invalid_request", 500, "You could not be signed in")]
    public async Task What_the_directory_refuses_is_said_in_words(string error, int status, string title)
    {
        using var browser = server.Open();
        var before = server.Server.Log.Lines.Count;
        _people.Refusal = error;

        var told = await browser.OpenAsync($"/sign-in?returnUrl={Here}");
        _people.Refusal = null;

        Told(told, status, title, "Sign in again");
        Assert.Contains($"/sign-in?returnUrl={Uri.EscapeDataString(Here)}", told.Text, StringComparison.Ordinal);
        IsLogged(before, status == 500 ? "Error: " : "Information: Credentials were refused: ");
        Assert.Null(await browser.WhoAsync());
    }

    [Theory]
    [InlineData("aud", "another")]
    [InlineData("iss", "https://login.microsoftonline.com/")]
    [InlineData("exp", 1_000_000_000)]
    [InlineData("azp", "another")]
    [InlineData("oid", null)]
    [InlineData("nonce", "another")]
    public async Task An_ID_token_that_is_not_for_this_sign_in_signs_nobody_in(string claim, object? value)
    {
        var claims = _people.Expect(["Npr.Read"]);
        claims.Remove(claim);
        if (value is not null)
            claims[claim] = value;
        using var browser = server.Open();

        var told = await browser.OpenAsync($"/sign-in?returnUrl={Here}");

        Assert.InRange(told.Status, 400, 500);
        Assert.DoesNotContain("IDX", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told.Text, StringComparison.Ordinal);
        Assert.Null(await browser.WhoAsync());
    }

    [Fact]
    public async Task A_revoked_person_is_told_so()
    {
        await using var other = await PageServer.StartAsync(server.Issuer, sample: false);
        PageServer.Revoke(other, (string)_people.Expect(["Npr.Read"])["oid"]);
        using var browser = new Browser(other, server.Issuer);

        var told = await browser.OpenAsync("/sign-in");

        Told(told, 403, "You may no longer sign in here", "Your access was withdrawn.");
        Assert.Null(await browser.WhoAsync());
    }

    [Fact]
    public async Task Without_a_credential_nobody_signs_in_and_the_page_says_so()
    {
        using var browser = new Browser(server.Server.Public);

        var told = await browser.OpenAsync("/sign-in");

        Told(told, 404, "Nobody can sign in on these pages", "AzureAd:ClientCredentials");
    }

    [Fact]
    public async Task Who_opens_a_page_with_a_cookie_that_has_ended_is_told_so_once()
    {
        using var browser = server.Open();
        var ended = PageServer.CookieOf(server.Server, TimeSpan.FromSeconds(-1), ("oid", "x"));
        browser.Cookies.SetCookies(new(browser.Origin), ended + "; path=/; secure");

        var told = await browser.OpenAsync("/healthz/ready?a=%22%3E%3Cb%3E");
        var after = await browser.OpenAsync("/healthz/ready");

        Assert.Equal((401, "text/html"), (told.Status, told.MediaType));
        Assert.Contains("<h1>You were signed out</h1>", told.Text, StringComparison.Ordinal);
        Assert.Contains(
            "\"/sign-in?returnUrl=%2Fhealthz%2Fready%3Fa%3D%2522%253E%253Cb%253E\"",
            told.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(200, after.Status);
    }

    [Fact]
    public async Task Who_was_signed_out_is_not_led_to_another_host()
    {
        var told = await server.Server.SendAsync(http =>
        {
            (http.Request.Method, http.Request.Path) = ("GET", "//evil.example/a");
            (http.Request.Headers.Cookie, http.Request.Headers.Accept) = ("__Host-cwa=x", "text/html");
        });

        Assert.Equal(401, told.Response.StatusCode);
        Assert.DoesNotContain(
            "evil",
            await new StreamReader(told.Response.Body).ReadToEndAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_sends_a_form_with_a_cookie_that_has_ended_learns_that_it_was_not_stored()
    {
        using var browser = server.Open();
        browser.Cookies.SetCookies(new(browser.Origin), "__Host-cwa=x; path=/; secure");

        var told = await browser.SubmitAsync("/report", ("title", "x"));

        Assert.Equal(401, told.Status);
        Assert.Contains("What you sent was not stored.", told.Text, StringComparison.Ordinal);
    }

    private static void Told(Answer answer, int status, params string[] words)
    {
        Assert.True(status == answer.Status, $"{answer.Status} {answer.Text}");
        Assert.Equal("text/html", answer.MediaType);
        Assert.All(words, w => Assert.Contains(w, answer.Text, StringComparison.Ordinal));
    }

    private void IsLogged(int before, string line) =>
        Assert.StartsWith(line, Assert.Single(server.Server.Log.Lines.Skip(before)), StringComparison.Ordinal);
}
