using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Cwa.Graph.Tests.Ide;

public sealed class BananaCakePopInBrowserTests
{
    [SkippableFact]
    public async Task A_newcomer_runs_the_first_query_and_reads_the_schema_without_any_other_host()
    {
        Chromium.IsRequired();
        Assertions.SetDefaultExpectTimeout(30_000);
        await using var server = await LiveServer.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.LaunchChromiumAsync();
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1400, Height = 900 } });
        var refusedByPolicy = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                refusedByPolicy.Enqueue(message.Text);
        };
        var asked = new ConcurrentQueue<string>();
        page.Context.Request += (_, request) => asked.Enqueue(request.Url);
        page.WebSocket += (_, socket) => asked.Enqueue(socket.Url);

        await page.GotoAsync(new Uri(server.Address, "/graphql").AbsoluteUri);
        await page.GetByText("Create Document").ClickAsync();
        await Assertions.Expect(page.GetByText("Schema available")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Illustrative data")).ToBeVisibleAsync();
        await page.GetByText("query Directory").ClickAsync();
        await page.Keyboard.PressAsync("Control+Alt+Enter");
        await Assertions.Expect(page.GetByText("\"totalCount\": 163")).ToBeVisibleAsync();
        await ScreenshotAsync(page, "query");

        await page.GetByText("Schema Reference").ClickAsync();
        await Assertions.Expect(page.GetByText("agencies(...): AgencyConnection")).ToBeVisibleAsync();
        await ScreenshotAsync(page, "schema");

        Assert.Empty(refusedByPolicy);
        Assert.DoesNotContain(asked, url => IsElsewhere(new Uri(url), server.Address));
    }

    private static bool IsElsewhere(Uri url, Uri server) =>
        url.Scheme is "http" or "https" or "ws" or "wss" && url.Authority != server.Authority;

    private static Task<byte[]> ScreenshotAsync(IPage page, string name) => page.ScreenshotAsync(
        new() { Path = Path.Combine(AppContext.BaseDirectory, "TestResults", $"ide-{name}.png") });
}
