using System.Diagnostics;

namespace Cwa.Benchmarks;

/// <summary>A report on its way to the last of 500 subscribers; and catching up with the feed.</summary>
internal sealed class LiveMeasure(Side side) : Measure
{
    private const int Subscribers = 500,
        WarmUps = 150,
        Reports = 20,
        CatchUps = 3;

    private readonly string _database = side.CopyOfSample();
    private readonly HttpClient _http = new();
    private readonly List<LiveSocket> _sockets = [];
    private Submissions _submissions = null!;
    private BuiltServer _server = null!;
    private string _first = "";
    private int _entries;

    public override async Task PrepareAsync()
    {
        _server = await side.StartAsync(_database, Submissions.Settings);
        _submissions = new(_server.Address, [.. await Reporter.AllAsync(_http, _server)]);
        var feed = (
            await Side.AskAsync(
                _http,
                _server,
                Operations.Body("{ feed(first: 1) { totalCount pageInfo { endCursor } } }")
            )
        ).GetProperty("feed");
        _first = feed.GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        _entries = feed.GetProperty("totalCount").GetInt32() - 1;
        await LiveSocket.OpenAsync(_sockets, _server.Address, LiveSocket.Reports, Subscribers);
        for (var i = 0; i < WarmUps; i++)
            await TellAsync();
        await CatchUpAsync();
    }

    public override async Task<IReadOnlyList<Figure>> RoundAsync(int round)
    {
        var told = new List<double>();
        while (told.Count < Reports)
            told.Add(await TellAsync());
        var caughtUp = new List<double>();
        while (caughtUp.Count < CatchUps)
            caughtUp.Add(await CatchUpAsync());
        return
        [
            new("a report to the last of 500", told.Order().ElementAt(Reports / 2), "ms"),
            new("catching up with the feed", caughtUp.Order().ElementAt(CatchUps / 2), "entries/s"),
        ];
    }

    protected override void End()
    {
        _sockets.ForEach(socket => socket.Dispose());
        _submissions?.Dispose();
        _http.Dispose();
        _server?.Dispose();
        side.Delete(_database);
    }

    private async Task<double> TellAsync()
    {
        var told = Task.WhenAll(_sockets.Select(socket => socket.ToldAsync(1)));
        var sent = Stopwatch.GetTimestamp();
        if (await _submissions.NextAsync() is { ReportId: null } refused)
            throw new InvalidOperationException(refused.Answer);
        await told;
        return Stopwatch.GetElapsedTime(sent, _sockets.Max(socket => socket.LastAt)).TotalMilliseconds;
    }

    // Each round reads the same entries: those of the sample year.
    private async Task<double> CatchUpAsync()
    {
        var began = Stopwatch.GetTimestamp();
        using var socket = await LiveSocket.SubscribeAsync(
            _server.Address,
            "subscription ($after: String) { feed(after: $after) { cursor entry { kind } } }",
            new { after = _first }
        );
        await socket.ToldAsync(_entries);
        return _entries / Stopwatch.GetElapsedTime(began, socket.LastAt).TotalSeconds;
    }
}
