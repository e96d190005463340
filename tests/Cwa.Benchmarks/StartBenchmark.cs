using System.Diagnostics;

namespace Cwa.Benchmarks;

/// <summary>
/// The time from the start of the built server until it is ready, over a sample year that is already loaded.
/// </summary>
internal static class StartBenchmark
{
    private const int Rounds = 5;

    public static async Task RunAsync()
    {
        var database = await SampleDatabase.OfScaleAsync(1);
        var times = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            using var server = await BuiltServer.StartAsync(database);
            times.Add(watch.Elapsed);
        }

        times.Sort();
        Console.WriteLine(
            $"Ready after {times[Rounds / 2].TotalSeconds:F2} s (median of {Rounds}; "
                + $"{times[0].TotalSeconds:F2} to {times[^1].TotalSeconds:F2} s)."
        );
    }
}
