using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cwa.Benchmarks;

/// <summary>The results of one run of load.</summary>
internal sealed record Load(double PerSecond, string Median, string P99, double CpuMicroseconds);

/// <summary>Makes load with wrk (apt install wrk) over sixteen persistent connections.</summary>
internal static partial class Wrk
{
    public static async Task<Load> PostAsync(string url, string body, int seconds, Process server)
    {
        var script = Path.Combine(Path.GetTempPath(), "cwa-benchmarks", "post.lua");
        await File.WriteAllTextAsync(
            script,
            $"""
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            wrk.body = [====[{body}]====]
            """
        );
        server.Refresh();
        var cpu = server.TotalProcessorTime;
        using var wrk = Process.Start(
            new ProcessStartInfo("wrk", ["-t1", "-c16", $"-d{seconds}s", "--latency", "-s", script, url])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        server.Refresh();
        if (
            wrk.ExitCode != 0
            || said.Contains("Non-2xx", StringComparison.Ordinal)
            || said.Contains("Socket errors", StringComparison.Ordinal)
        )
            throw new InvalidOperationException(said);

        var requests = double.Parse(Requests().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
        return new(
            double.Parse(PerSecond().Match(said).Groups[1].Value, CultureInfo.InvariantCulture),
            Median().Match(said).Groups[1].Value,
            P99().Match(said).Groups[1].Value,
            (server.TotalProcessorTime - cpu).TotalMicroseconds / requests
        );
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"50%\s+(\S+)")]
    private static partial Regex Median();

    [GeneratedRegex(@"99%\s+(\S+)")]
    private static partial Regex P99();
}
