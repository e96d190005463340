using Microsoft.Playwright;

namespace Cwa.Graph.Tests.Ide;

/// <summary>The system's own Chromium, cut off from every host but this machine.</summary>
internal static class Chromium
{
    private static readonly string[] Quiet =
    [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    private static string Executable => Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Skips the test if there is no browser; fails it instead if CWA_NO_SKIPS is set.</summary>
    public static void IsRequired() =>
        Required.Holds(
            File.Exists(Executable),
            $"There is no Chromium at {Executable}; install it or name it in CHROMIUM."
        );

    public static Task<IBrowser> LaunchChromiumAsync(this IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Quiet });
}
