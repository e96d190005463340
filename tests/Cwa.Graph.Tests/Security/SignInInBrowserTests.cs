using Cwa.Graph.Tests.Ide;
using Microsoft.Playwright;

namespace Cwa.Graph.Tests.Security;

/// <summary>What browsers do by themselves with forms, cookies and origins.</summary>
public sealed class SignInInBrowserTests(LiveServerFixture live) : IClassFixture<LiveServerFixture>
{
    // Another port is another origin, but the same site: SameSite=Lax lets its requests carry the cookie.
    private const string Sibling = "http://127.0.0.1:9/";

    private const string OpensSocket = """
        address => new Promise(done => {
          const socket = new WebSocket(address.replace('http', 'ws') + 'graphql', 'graphql-transport-ws')
          socket.onopen = () => done(true)
          socket.onerror = () => done(false)
        })
        """;

    private readonly string _here = live.Server.Address.AbsoluteUri;

    [SkippableFact]
    public async Task A_developer_chooses_works_in_the_IDE_and_signs_out()
    {
        Chromium.IsRequired();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.LaunchChromiumAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(_here + "sign-in?returnUrl=/signed-in");

        await page.GetByRole(AriaRole.Button, new() { Name = "NPR reviewer" }).ClickAsync();
        var heading = await page.GetByRole(AriaRole.Heading).InnerTextAsync();
        await page.GotoAsync(_here + "graphql/");
        var viewer = await page.EvaluateAsync<string>(
            """
            () => fetch('/graphql', {
              method: 'POST',
              headers: { 'Content-Type': 'application/json' },
              body: JSON.stringify({ query: '{ viewer { name } }' }),
            }).then(answer => answer.text())
            """
        );
        var opens = await page.EvaluateAsync<bool>(OpensSocket, _here);
        await page.GotoAsync(_here + "signed-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        var left = await page.GetByRole(AriaRole.Heading).InnerTextAsync();

        Assert.Equal("You are signed in as NPR reviewer", heading);
        Assert.StartsWith("""{"data":{"viewer":{"name":"NPR reviewer"}}""", viewer, StringComparison.Ordinal);
        Assert.True(opens);
        Assert.Equal("You are signed out", left);
        Assert.Empty(await page.Context.CookiesAsync());
    }

    [SkippableFact]
    public async Task A_page_of_a_sibling_origin_can_do_nothing_with_the_cookie()
    {
        Chromium.IsRequired();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.LaunchChromiumAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(_here + "sign-in?returnUrl=/signed-in");
        await page.GetByLabel("Someone who reports for an agency").SelectOptionAsync("agency-SSA");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.RouteAsync(
            Sibling + "**",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        ContentType = "text/html",
                        Body = $"""
                        <form method="post" action="{_here}sign-out"><button>Sign out</button></form>
                        <form method="post" action="{_here}sign-in/as">
                        <input name="who" value="npr-administrator"><button>Become</button></form>
                        <a href="{_here}signed-in">Page</a> <a href="{_here}export/liaisons.csv">File</a>
                        """,
                    }
                )
        );

        Assert.Equal(403, await StatusAfterAsync(AriaRole.Button, "Sign out"));
        Assert.Equal(403, await StatusAfterAsync(AriaRole.Button, "Become"));
        Assert.Equal(403, await StatusAfterAsync(AriaRole.Link, "File"));
        await page.GotoAsync(Sibling);
        Assert.False(await page.EvaluateAsync<bool>(OpensSocket, _here));
        Assert.Equal(200, await StatusAfterAsync(AriaRole.Link, "Page"));
        Assert.Contains(
            "Social Security Administration",
            await page.GetByRole(AriaRole.Heading).InnerTextAsync(),
            StringComparison.Ordinal
        );

        async Task<int> StatusAfterAsync(AriaRole role, string name)
        {
            await page.GotoAsync(Sibling);
            var response = await page.RunAndWaitForResponseAsync(
                () => page.GetByRole(role, new() { Name = name, Exact = true }).ClickAsync(),
                answer => answer.Url.StartsWith(_here, StringComparison.Ordinal)
            );
            return response.Status;
        }
    }
}
