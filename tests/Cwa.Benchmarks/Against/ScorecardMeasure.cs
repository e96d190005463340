using System.Diagnostics;

namespace Cwa.Benchmarks;

/// <summary>The whole government's scorecard with 150,000 events, as of days that were not asked for before.</summary>
internal sealed class ScorecardMeasure(Side side) : Measure
{
    private const int Days = 3;

    // Whatever both commits have of it.
    private const string Query =
        "query ($asOf: Date) { scorecard(asOf: $asOf) { government { requirements { met notMet rate } } "
        + "agencies { agency { abbreviation } cells { status } } } }";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(1) };
    private BuiltServer _server = null!;
    private DateOnly _day = new(1998, 3, 16);

    public override async Task PrepareAsync()
    {
        _server = await side.StartAsync(side.Large);
        await ReadAsync();
        await ReadAsync();
    }

    public override async Task<IReadOnlyList<Figure>> RoundAsync(int round) =>
        [new("scorecard of the government", await ReadAsync() / Days, "ms")];

    protected override void End()
    {
        _http.Dispose();
        _server?.Dispose();
    }

    private async Task<double> ReadAsync()
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Days; i++, _day = _day.AddDays(5))
            await Side.AskAsync(_http, _server, Operations.Body(Query, new { asOf = $"{_day:yyyy-MM-dd}" }));
        return watch.Elapsed.TotalMilliseconds;
    }
}
