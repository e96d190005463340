using System.Net;

namespace Cwa.Graph.Tests.Security;

/// <summary>People sign in on our pages with their directory, and get back to where they were.</summary>
public sealed class PageSignInTests(PageServer server) : IClassFixture<PageServer>
{
    private const string Here = "/healthz/ready";

    private readonly LocalSignIn _people = server.Issuer.People;

    [Fact]
    public async Task A_person_signs_in_by_a_code_with_PKCE_and_gets_back()
    {
        _people.Expect(["Agency.Submit"], "SSA");
        using var browser = server.Open();

        var back = await browser.OpenAsync($"/sign-in?returnUrl={Here}?a=1%26b=2");

        Assert.Equal((200, $"{Here}?a=1&b=2"), (back.Status, browser.At.PathAndQuery));
        Assert.Equal("pat@example.gov", await browser.WhoAsync());
        Assert.Equal("code", _people.Asked["response_type"]);
        Assert.Equal("S256", _people.Asked["code_challenge_method"]);
        Assert.Equal("https://localhost/signin-oidc", _people.Asked["redirect_uri"]);
        Assert.Equal(["openid", "profile"], _people.Asked["scope"].Split(' ').Distinct());
    }

    [Fact]
    public async Task The_cookie_is_for_this_origin_alone_and_is_the_only_one_that_stays()
    {
        using var browser = await server.SignInAsync(["Npr.Read"]);

        var cookie = Assert.Single(browser.Cookies.GetAllCookies());
        Assert.Equal(
            ("__Host-cwa", "/", true, true, default(DateTime)),
            (cookie.Name, cookie.Path, cookie.Secure, cookie.HttpOnly, cookie.Expires)
        );
    }

    [Fact]
    public async Task The_cookie_is_secure_lax_and_unreadable_for_scripts()
    {
        _people.Expect(["Npr.Read"]);
        using var browser = server.Open();
        var path = await browser.SignInUntilSentBackAsync();
        var begun = browser.SetCookies;

        using var back = await browser.SendPlainAsync(new(HttpMethod.Get, path));

        var session = Assert.Single(browser.SetCookies, c => c.StartsWith("__Host-cwa=", StringComparison.Ordinal));
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], AttributesOf(session));
        Assert.Equal(2, begun.Count);
        Assert.All(begun, c => Assert.Empty(new[] { "httponly", "samesite=lax", "secure" }.Except(AttributesOf(c))));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\/evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("\t//evil.example")]
    [InlineData(" //evil.example")]
    [InlineData("/a\r\nLocation: https://evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil.example")]
    [InlineData("")]
    public async Task Nobody_is_led_to_another_host(string returnUrl)
    {
        _people.Expect(["Npr.Read"]);
        using var browser = server.Open();
        var path = await browser.SignInUntilSentBackAsync(returnUrl);

        using var back = await browser.SendPlainAsync(new(HttpMethod.Get, path));

        Assert.Equal((HttpStatusCode.Redirect, "/"), (back.StatusCode, back.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task An_encoded_address_of_another_host_stays_on_this_one()
    {
        _people.Expect(["Npr.Read"]);
        using var browser = server.Open();

        await browser.OpenAsync("/sign-in?returnUrl=/%252F/evil.example");

        Assert.Equal("localhost", browser.At.Host);
    }

    // A tool's token names its app in `azp`. An ID token may, too.
    [Theory]
    [InlineData("azp")]
    [InlineData("appid")]
    public async Task A_person_is_not_taken_for_a_tool(string claim)
    {
        _people.Expect(["Npr.Read"])[claim] = server.Issuer.ClientId;
        using var browser = server.Open();

        await browser.OpenAsync($"/sign-in?returnUrl={Here}");

        Assert.Equal("pat@example.gov", await browser.WhoAsync());
    }

    [Fact]
    public async Task The_cookie_opens_what_the_token_of_the_same_person_opens()
    {
        const string reports = """
            {
              viewer { name roles isNpr agencies { nodes { abbreviation } } }
              liaisons(first: 50) { totalCount nodes { name agency { abbreviation } } }
              monthlyReports(first: 5) { totalCount nodes { status agency { abbreviation } } }
              events(first: 5) { totalCount nodes { title description } }
            }
            """;
        foreach (
            var (roles, agencies) in new (string[], string[])[]
            {
                (["Agency.Submit"], ["SSA"]),
                (["Agency.Submit"], ["RRB,HHS"]),
                (["Agency.Submit"], ["SSA", "RRB"]),
                (["Npr.Read"], []),
                (["Npr.Review", "Npr.Admin"], []),
                ([], ["SSA"]),
            }
        )
        {
            using var browser = await server.SignInAsync(roles, agencies);
            var bearer = "Bearer " + server.Issuer.Key.Sign(new(_people.Next) { ["scp"] = "access_as_user" });
            using var program = server.Open();

            foreach (
                var query in new[]
                {
                    reports,
                    "{ feed(last: 3) { totalCount nodes { kind recordedAt } } }",
                    "{ liaisons { totalCount } }",
                }
            )
            {
                var byToken = await program.AskAsync(query, ("Authorization", bearer));
                Assert.Equal(byToken.Text, (await browser.AskAsync(query)).Text);
            }

            foreach (var path in new[] { "/export/liaisons.csv", "/export/reports.csv", "/calendar/SSA.ics" })
            {
                var byToken = await program.SendAsync(new(HttpMethod.Get, path), ("Authorization", bearer));
                var byCookie = await browser.SendAsync(new(HttpMethod.Get, path));
                Assert.Equal((byToken.Status, byToken.Text), (byCookie.Status, byCookie.Text));
            }
        }
    }

    [Fact]
    public async Task The_cookie_of_one_agency_opens_nothing_of_another()
    {
        using var browser = await server.SignInAsync(["Agency.Submit"], "SSA");

        var liaisons = (await browser.AskAsync("{ liaisons(first: 50) { nodes { agency { abbreviation } } } }"))
            .Succeeds()
            .At("liaisons.nodes");

        Assert.Equal(
            ["SSA"],
            liaisons
                .EnumerateArray()
                .Select(l => l.GetProperty("agency").GetProperty("abbreviation").GetString())
                .Distinct()
        );
    }

    [Fact]
    public async Task Someone_without_a_role_is_told_what_they_may_do_and_whom_to_ask()
    {
        _people.Expect(["Global.Admin"]);
        using var browser = server.Open();

        var told = await browser.OpenAsync($"/sign-in?returnUrl={Here}");

        Assert.Equal(200, told.Status);
        Assert.Contains("<h1>You are signed in as pat@example.gov</h1>", told.Text, StringComparison.Ordinal);
        Assert.Contains("You read what is public. You have no role here.", told.Text, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"{Here}\">Go on</a>", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("an unknown agency", "You may report for an agency, but your account names none", "XYZ")]
    [InlineData("an agency", "You read and report for RRB, SSA.", "SSA", "RRB")]
    public async Task Someone_who_reports_is_told_for_whom(string _, string words, params string[] agencies)
    {
        using var browser = await server.SignInAsync(["Agency.Submit"], agencies);

        var told = await browser.OpenAsync("/signed-in");

        Assert.Contains(words, told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_holds_what_rights_depend_on_and_no_token()
    {
        using var browser = await server.SignInAsync(["Agency.Submit"], "SSA", "RRB");

        var ticket = PageServer.TicketIn(server.Server, browser.Cookies.GetAllCookies().Single().Value);

        Assert.Equal(
            ["agency", "agency", "name", "oid", "preferred_username", "roles"],
            ticket.Principal.Claims.Select(c => c.Type).Order(StringComparer.Ordinal)
        );
        Assert.Equal([".expires", ".issued"], ticket.Properties.Items.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(TimeSpan.FromHours(8), ticket.Properties.ExpiresUtc - ticket.Properties.IssuedUtc);
    }

    [Fact]
    public async Task A_sign_in_is_not_logged()
    {
        var before = server.Server.Log.Lines.Count;

        using var browser = await server.SignInAsync(["Npr.Read"]);

        Assert.Equal("pat@example.gov", await browser.WhoAsync());
        Assert.Empty(server.Server.Log.Lines.Skip(before));
    }

    private static IEnumerable<string> AttributesOf(string cookie) =>
        cookie
            .Split("; ")
            .Skip(1)
            .Select(a => a.ToLowerInvariant())
            .Where(a => !a.StartsWith("expires", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
