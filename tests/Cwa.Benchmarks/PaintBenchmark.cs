using System.Diagnostics;
using Cwa.Model;
using Microsoft.Playwright;

namespace Cwa.Benchmarks;

/// <summary>
/// How soon a browser with an empty cache shows the overview, and how soon a report that one browser sends is announced
/// in another.
/// </summary>
internal static class PaintBenchmark
{
    private const int Rounds = 15;

    // It looks up no other host, as Chromium does to update itself.
    private static readonly BrowserTypeLaunchOptions Chromium = new()
    {
        ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
        Args = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
    };

    public static async Task RunAsync()
    {
        var database = await SampleDatabase.CopyAsync();
        try
        {
            using var server = await BuiltServer.StartAsync(database);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(Chromium);
            var first = await PaintAsync(browser, server.Address);
            Console.WriteLine($"A server that has just started: the overview is painted after {first:F0} ms.");
            await MeasureAsync("An empty browser paints the overview", () => PaintAsync(browser, server.Address));

            var npr = await browser.NewPageAsync();
            var liaison = await browser.NewPageAsync();
            await SignInAsync(liaison, server.Address);
            var month = new ReportMonth(2000, 1);
            await MeasureAsync(
                "A report sent in one browser is announced in another",
                () => AnnounceAsync(npr, liaison, server.Address, month = month.Next)
            );
        }
        finally
        {
            SampleDatabase.Delete(database);
        }
    }

    // A new page has a cache of its own.
    private static async Task<double> PaintAsync(IBrowser browser, string address)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(address);
        var painted = await page.EvaluateAsync<double>(
            """
            () => new Promise(painted => new PerformanceObserver(list => {
              const [first] = list.getEntriesByName('first-contentful-paint')
              if (first) painted(first.startTime)
            }).observe({ type: 'paint', buffered: true }))
            """
        );
        await page.CloseAsync();
        return painted;
    }

    private static async Task SignInAsync(IPage liaison, string address)
    {
        await liaison.GotoAsync($"{address}/sign-in");
        await liaison.GetByLabel("Someone who reports for an agency").SelectOptionAsync("agency-USCS");
        await liaison.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    private static async Task<double> AnnounceAsync(IPage npr, IPage liaison, string address, ReportMonth month)
    {
        await npr.GotoAsync(address);
        await npr.Locator("[data-live][data-state=on]").WaitForAsync();
        await liaison.GotoAsync($"{address}/report/USCS/{month}");
        var send = liaison.GetByRole(AriaRole.Button, new() { Name = "Report that there are none" });
        var announced = npr.GetByText("1 new report, show").WaitForAsync();
        var watch = Stopwatch.StartNew();
        await send.ClickAsync();
        await announced;
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task MeasureAsync(string what, Func<Task<double>> measure)
    {
        var times = new List<double>();
        while (times.Count < Rounds)
            times.Add(await measure());
        times.Sort();
        Console.WriteLine(
            $"{what} after {times[Rounds / 2]:F0} ms (median of {Rounds}; {times[0]:F0} to {times[^1]:F0} ms)."
        );
    }
}
