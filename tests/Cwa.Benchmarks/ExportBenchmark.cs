using System.Diagnostics;

namespace Cwa.Benchmarks;

/// <summary>
/// Thirty sample years of events as one CSV file: the time to the first and to the last byte, and the memory.
/// </summary>
internal static class ExportBenchmark
{
    private const int Times = 3;

    public static async Task RunAsync()
    {
        using var server = await BuiltServer.StartAsync(await SampleDatabase.OfScaleAsync(30));
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        var atStart = PeakMegabytes(server);
        for (var i = 0; i < Times; i++)
        {
            var (first, total, bytes, lines) = await ReadAsync(http, $"{server.Address}/export/events.csv");
            Console.WriteLine(
                $"{lines - 1} events, {bytes / (1024 * 1024)} MB: "
                    + $"first byte after {first.TotalMilliseconds:F0} ms, last after {total.TotalSeconds:F1} s; "
                    + $"at most {PeakMegabytes(server)} MB resident so far, {atStart} MB when the server was ready."
            );
        }
    }

    private static async Task<(TimeSpan First, TimeSpan Total, long Bytes, long Lines)> ReadAsync(
        HttpClient http,
        string address
    )
    {
        var clock = Stopwatch.StartNew();
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
        await using var file = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        var (first, bytes, lines) = (TimeSpan.Zero, 0L, 0L);
        while (await file.ReadAsync(buffer) is > 0 and var length)
        {
            if (bytes == 0)
                first = clock.Elapsed;
            bytes += length;
            lines += buffer.AsSpan(0, length).Count((byte)'\n');
        }

        return (first, clock.Elapsed, bytes, lines);
    }

    private static long PeakMegabytes(BuiltServer server)
    {
        server.Process.Refresh();
        return server.Process.PeakWorkingSet64 / (1024 * 1024);
    }
}
