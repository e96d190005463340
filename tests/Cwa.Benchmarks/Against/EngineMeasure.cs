namespace Cwa.Benchmarks;

/// <summary>The calendar under load, with and without the count of all events.</summary>
internal sealed class EngineMeasure(Side side) : Measure
{
    private const int Seconds = 3,
        MostWarmUps = 10;

    private readonly List<(string Name, string Body)> _bodies = [.. Bodies()];
    private readonly Dictionary<string, int> _data = [];
    private BuiltServer _server = null!;

    private string Url => $"{_server.Address}/graphql";

    public override async Task PrepareAsync()
    {
        _server = await side.StartAsync(side.Sample);
        using var http = new HttpClient();
        foreach (var (name, body) in _bodies)
        {
            _data[name] = $"{await Side.AskAsync(http, _server, body)}".Length;
            await Wrk.WarmUpAsync(() => Wrk.PostAsync(Url, body, 2, _server.Process), MostWarmUps);
        }
    }

    public override async Task<IReadOnlyList<Figure>> RoundAsync(int round)
    {
        var figures = new List<Figure>();
        foreach (var (name, body) in _bodies)
        {
            var load = await Wrk.PostAsync(Url, body, Seconds, _server.Process);
            figures.Add(new(name, load.MustBeWhole(_data[name]).PerSecond, "req/s"));
        }

        return figures;
    }

    protected override void End() => _server?.Dispose();

    // The working tree's document for both sides.
    private static IEnumerable<(string, string)> Bodies()
    {
        var query = Operations.TextOf("calendar");
        yield return ("calendar", Operations.Body(query, Operations.CalendarVariables));
        yield return (
            "calendar without totalCount",
            Operations.Body(query.Replace("totalCount", "", StringComparison.Ordinal), Operations.CalendarVariables)
        );
    }
}
