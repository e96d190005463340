using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cwa.Benchmarks;

/// <summary>The results of one run of load. The latencies are milliseconds.</summary>
internal sealed record Load(
    double Requests,
    double Bytes,
    double PerSecond,
    double Median,
    double P99,
    double CpuMicroseconds
)
{
    /// <summary>This, if its answers were whole. An answer of errors is much shorter than the data.</summary>
    /// <param name="data">The length of an answer's data.</param>
    public Load MustBeWhole(int data) =>
        Bytes >= Requests * data * 0.9
            ? this
            : throw new InvalidOperationException(
                $"An answer had {Bytes / Requests:F0} bytes in the mean, and {data} alone: some were refused."
            );
}

/// <summary>Makes load with wrk (apt install wrk) over persistent connections.</summary>
internal static partial class Wrk
{
    /// <summary>Says so before anything is measured if wrk is missing.</summary>
    public static void MustBeInstalled()
    {
        var folders = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator);
        if (!Array.Exists(folders, folder => File.Exists(Path.Combine(folder, "wrk"))))
            throw new ArgumentException("wrk is missing: apt install wrk");
    }

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
                Scaled(Read().Match(said)),
                Number(PerSecond().Match(said).Groups[1].Value),
                Scaled(Median().Match(said)),
                Scaled(P99().Match(said)),
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

    // wrk writes 1.2ms and 3.4MB. Latencies are given in milliseconds, sizes in bytes.
    private static double Scaled(Match measured) =>
        Number(measured.Groups[1].Value)
        * measured.Groups[2].Value switch
        {
            "us" => 0.001,
            "s" => 1000,
            "m" => 60_000,
            "KB" => 1 << 10,
            "MB" => 1 << 20,
            "GB" => 1 << 30,
            _ => 1,
        };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"([\d.]+)(\w+) read")]
    private static partial Regex Read();

    [GeneratedRegex(@"50%\s+([\d.]+)(\w+)")]
    private static partial Regex Median();

    [GeneratedRegex(@"99%\s+([\d.]+)(\w+)")]
    private static partial Regex P99();
}
