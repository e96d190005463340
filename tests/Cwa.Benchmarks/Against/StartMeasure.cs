using System.Diagnostics;

namespace Cwa.Benchmarks;

/// <summary>The start of the published server over a sample year that is already loaded, until it is ready.</summary>
internal sealed class StartMeasure(Side side) : Measure
{
    public override async Task<IReadOnlyList<Figure>> RoundAsync(int round)
    {
        var watch = Stopwatch.StartNew();
        using var server = await side.StartAsync(side.Sample);
        var ready = watch.Elapsed;
        server.Process.Refresh();
        return
        [
            new("start until ready", ready.TotalMilliseconds, "ms"),
            new("processor time of a start", server.Process.TotalProcessorTime.TotalMilliseconds, "ms"),
        ];
    }
}
