using System.Diagnostics;

namespace Cwa.Benchmarks;

/// <summary>Thirty sample years of events as one CSV file.</summary>
internal sealed class ExportMeasure(Side side) : Measure
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(3) };
    private BuiltServer _server = null!;

    public override async Task PrepareAsync()
    {
        _server = await side.StartAsync(side.Large);
        await ReadAsync();
    }

    public override async Task<IReadOnlyList<Figure>> RoundAsync(int round) =>
        [new("all events as CSV", await ReadAsync(), "ms")];

    protected override void End()
    {
        _http.Dispose();
        _server?.Dispose();
    }

    private async Task<double> ReadAsync()
    {
        var watch = Stopwatch.StartNew();
        await using var file = await _http.GetStreamAsync($"{_server.Address}/export/events.csv");
        await file.CopyToAsync(Stream.Null);
        return watch.Elapsed.TotalMilliseconds;
    }
}
