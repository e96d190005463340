namespace Cwa.Benchmarks;

/// <summary>A page of a hundred events, the first and one far into 150,000, asked for over one connection.</summary>
internal sealed class PageMeasure(Side side) : Measure
{
    private const int FarPage = 1300,
        Seconds = 2,
        MostWarmUps = 6;

    private const string Query =
        "query ($after: String) { events(first: 100, after: $after) { pageInfo { endCursor } "
        + "nodes { id title startsOn } } }";

    private readonly List<(string Name, string Body)> _pages = [];
    private BuiltServer _server = null!;

    public override async Task PrepareAsync()
    {
        _server = await side.StartAsync(side.Large);
        using var http = new HttpClient();
        string? after = null;
        for (var page = 1; page <= FarPage; page++)
        {
            var body = Operations.Body(Query, new { after });
            if (page is 1 or FarPage)
                _pages.Add(($"page {page} of the events", body));
            after = (await Side.AskAsync(http, _server, body))
                .GetProperty("events")
                .GetProperty("pageInfo")
                .GetProperty("endCursor")
                .GetString();
        }

        foreach (var (_, body) in _pages)
            await Wrk.WarmUpAsync(() => AskAsync(body), MostWarmUps);
    }

    public override async Task<IReadOnlyList<Figure>> RoundAsync(int round)
    {
        var figures = new List<Figure>();
        foreach (var (name, body) in _pages)
            figures.Add(new(name, (await AskAsync(body)).PerSecond, "req/s"));
        return figures;
    }

    protected override void End() => _server?.Dispose();

    private Task<Load> AskAsync(string body) =>
        Wrk.PostAsync($"{_server.Address}/graphql", body, Seconds, _server.Process, connections: 1);
}
