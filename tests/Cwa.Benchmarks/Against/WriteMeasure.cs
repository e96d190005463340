using System.Diagnostics;
using System.Text;

namespace Cwa.Benchmarks;

/// <summary>Reports of ten events: beside readers, one after another, and by four writers.</summary>
internal sealed class WriteMeasure(Side side) : Measure
{
    private const int Writers = 16,
        Readers = 16;

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(3),
        WarmUp = TimeSpan.FromSeconds(6);

    private readonly string _database = side.CopyOfSample();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };
    private List<Submissions> _writers = [];
    private BuiltServer _server = null!;

    public override async Task PrepareAsync()
    {
        _server = await side.StartAsync(_database, Submissions.Settings);
        // Each writer reports for agencies of its own, in turn, so that there are months enough.
        _writers =
        [
            .. (await Reporter.AllAsync(_http, _server))
                .Chunk(5)
                .Take(Writers)
                .Select(some => new Submissions(_server.Address, some)),
        ];
        await SubmitAsync(Writers, Readers, WarmUp);
        await SubmitAsync(1, 0, WarmUp);
    }

    public override async Task<IReadOnlyList<Figure>> RoundAsync(int round) =>
        [
            new("submits beside readers", await SubmitAsync(Writers, Readers, Time), "submits/s"),
            new("submits one after another", await SubmitAsync(1, 0, Time), "submits/s"),
            new("submits by four writers", await SubmitAsync(4, 0, Time), "submits/s"),
        ];

    protected override void End()
    {
        _writers.ForEach(writer => writer.Dispose());
        _http.Dispose();
        _server?.Dispose();
        side.Delete(_database);
    }

    private async Task<double> SubmitAsync(int writers, int readers, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var done = 0;
        await Task.WhenAll([
            .. _writers.Take(writers).Select(WriteAsync),
            .. Enumerable.Range(0, readers).Select(_ => ReadAsync()),
        ]);
        return done / watch.Elapsed.TotalSeconds;

        async Task WriteAsync(Submissions writer)
        {
            while (watch.Elapsed < time)
            {
                if (await writer.NextAsync() is { ReportId: null } refused)
                    throw new InvalidOperationException(refused.Answer);
                Interlocked.Increment(ref done);
            }
        }

        async Task ReadAsync()
        {
            var body = Operations.Body(Operations.TextOf("calendar"), Operations.CalendarVariables);
            while (watch.Elapsed < time)
            {
                using var response = await _http.PostAsync(
                    $"{_server.Address}/graphql",
                    new StringContent(body, Encoding.UTF8, "application/json")
                );
                response.EnsureSuccessStatusCode();
            }
        }
    }
}
