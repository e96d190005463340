namespace Cwa.Benchmarks;

/// <summary>
/// What a new server keeps resident after many requests, sixteen at a time, of the operations that both commits have.
/// </summary>
internal sealed class MemoryMeasure(Side side, IReadOnlyList<string> operations) : Measure
{
    private const int Requests = 2000,
        AtATime = 16;

    public override async Task<IReadOnlyList<Figure>> RoundAsync(int round)
    {
        using var server = await side.StartAsync(side.Sample);
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(1) };
        var bodies = operations.Select(name => Operations.Body(side.Build.Operation(name))).ToList();
        foreach (var body in bodies)
            await Side.AskAsync(http, server, body);
        await Parallel.ForAsync(
            0,
            Requests,
            new ParallelOptions { MaxDegreeOfParallelism = AtATime },
            async (i, _) => await Side.AskAsync(http, server, bodies[i % bodies.Count])
        );
        server.Process.Refresh();
        return [new("resident after the operations", server.Process.WorkingSet64 / 1048576.0, "MB")];
    }
}
