using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Cwa.Tests;
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
        var page = await browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = 1400, Height = 900 },
            }
        );
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

    [SkippableFact]
    public async Task A_newcomer_subscribes_and_sees_reports_when_they_are_submitted()
    {
        Chromium.IsRequired();
        Assertions.SetDefaultExpectTimeout(30_000);
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using var server = await LiveServer.StartAsync([
            ("ConnectionStrings:Cwa", database.ConnectionString),
            ("Sample:Load", "false"),
            .. SignedInCaller.Settings,
        ]);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.LaunchChromiumAsync();
        var page = await browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = 1400, Height = 900 },
            }
        );
        await page.GotoAsync(new Uri(server.Address, "/graphql").AbsoluteUri);
        await page.GetByText("Create Document").ClickAsync();
        await Assertions.Expect(page.GetByText("Schema available")).ToBeVisibleAsync();
        await page.GetByText("query Directory").ClickAsync();
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync("subscription { monthlyReportSubmitted { monthlyReport { month } } }");
        // The builder shows typed text only once the IDE has parsed it; until then the IDE would run the old text.
        await Assertions.Expect(page.GetByText("Subscription", new() { Exact = true })).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Control+Alt+Enter");

        // Nothing shows when the subscription has started, so the first report may be too early for it.
        var month = 0;
        do Assert.True(++month <= 12, "Nothing is seen of a year's reports.");
        while (!await IsSeenAsync($"2000-{month:00}"));
        Assert.True(await IsSeenAsync("2001-01"));
        await ScreenshotAsync(page, "subscription");

        async Task<bool> IsSeenAsync(string reported)
        {
            await SubmitAsync(server, reported);
            var told = page.GetByText($"\"month\": \"{reported}\"");
            for (var waited = 0; waited < 20 && await told.CountAsync() == 0; waited++)
                await Task.Delay(100);
            return await told.CountAsync() > 0;
        }
    }

    private static async Task SubmitAsync(LiveServer server, string month)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            SignedInCaller.TokenOf("pat", [Roles.Submit], ["SSA"])
        );
        var agency = (await AskAsync("""{ agency(by: { abbreviation: "SSA" }) { id } }"""))
            .GetProperty("agency")
            .Text("id");
        var payload = await AskAsync(
            "mutation ($input: SubmitMonthlyReportInput!) { submitMonthlyReport(input: "
                + "$input) { errors { message } } }",
            new
            {
                input = new
                {
                    agencyId = agency,
                    month,
                    nil = true,
                },
            }
        );
        Assert.Equal(0, payload.GetProperty("submitMonthlyReport").GetProperty("errors").GetArrayLength());

        async Task<JsonElement> AskAsync(string query, object? variables = null)
        {
            using var response = await http.PostAsJsonAsync("/graphql", new { query, variables });
            return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data");
        }
    }

    private static bool IsElsewhere(Uri url, Uri server) =>
        url.Scheme is "http" or "https" or "ws" or "wss" && url.Authority != server.Authority;

    private static Task<byte[]> ScreenshotAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "TestResults", $"ide-{name}.png") });
}
