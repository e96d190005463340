using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cwa.Benchmarks;

/// <summary>The results of one run of load. The latencies are milliseconds.</summary>
internal sealed record Load(double Requests, double PerSecond, double Median, double P99, double CpuMicroseconds);

/// <summary>Makes load with wrk (apt install wrk) over persistent connections.</summary>
internal static partial class Wrk
{
    /// <summary>Posts a body again and again.</summary>
    public static Task<Load> PostAsync(string url, string body, int seconds, Process server, int connections = 16) =>
        RunAsync(url, Post(body), seconds, server, connections);

    /// <summary>The script that posts a body.</summary>
    public static string Post(string body) =>
        $"""
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.body = [====[{body}]====]
            """;

    /// <summary>Makes the requests that a script of wrk describes.</summary>
    public static async Task<Load> RunAsync(
        string url,
        string script,
        int seconds,
        Process server,
        int connections = 16
    )
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, script);
            server.Refresh();
            var cpu = server.TotalProcessorTime;
            var said = await Shell.RunAsync(
                Path.GetTempPath(),
                "wrk",
                ["-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "20s", "--latency", "-s", file, url]
            );
            server.Refresh();
            if (
                said.Contains("Non-2xx", StringComparison.Ordinal)
                || said.Contains("Socket errors", StringComparison.Ordinal)
            )
                throw new InvalidOperationException(said);

            var requests = Number(Requests().Match(said).Groups[1].Value);
            return new(
                requests,
                Number(PerSecond().Match(said).Groups[1].Value),
                Milliseconds(Median().Match(said)),
                Milliseconds(P99().Match(said)),
                (server.TotalProcessorTime - cpu).TotalMicroseconds / requests
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>
    /// Warms a server up until it gains no more than two percent: the last tier of compilation comes late.
    /// </summary>
    public static async Task WarmUpAsync(Func<Task<Load>> slice, int most)
    {
        var best = 0.0;
        for (int round = 0, still = 0; round < most && still < 2; round++)
        {
            var now = (await slice()).PerSecond;
            still = now > best * 1.02 ? 0 : still + 1;
            best = Math.Max(best, now);
        }
    }

    private static double Milliseconds(Match latency) =>
        Number(latency.Groups[1].Value)
        * latency.Groups[2].Value switch
        {
            "us" => 0.001,
            "ms" => 1,
            "s" => 1000,
            _ => 60_000,
        };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"50%\s+([\d.]+)(\w+)")]
    private static partial Regex Median();

    [GeneratedRegex(@"99%\s+([\d.]+)(\w+)")]
    private static partial Regex P99();
}
