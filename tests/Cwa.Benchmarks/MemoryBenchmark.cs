using System.Text;
using System.Text.Json;

namespace Cwa.Benchmarks;

/// <summary>
/// The memory of the built server after 10,000 requests, sixteen at a time, of all published operations in turn.
/// </summary>
internal static class MemoryBenchmark
{
    private const int Requests = 10_000,
        AtATime = 16;

    public static async Task RunAsync()
    {
        using var server = await BuiltServer.StartAsync(await SampleDatabase.OfScaleAsync(1));
        var atStart = ResidentMegabytes(server);
        using var http = new HttpClient();
        var bodies = Operations
            .Names.Select(name => (Name: name, Body: Operations.Body(Operations.TextOf(name))))
            .ToList();
        foreach (var (name, body) in bodies)
        {
            using var answer = JsonDocument.Parse(await AskAsync(http, server, body));
            if (answer.RootElement.TryGetProperty("errors", out var errors))
                throw new InvalidOperationException($"{name}: {errors}");
        }

        await Parallel.ForAsync(
            0,
            Requests,
            new ParallelOptions { MaxDegreeOfParallelism = AtATime },
            async (i, _) => await AskAsync(http, server, bodies[i % bodies.Count].Body)
        );
        Console.WriteLine(
            $"{ResidentMegabytes(server)} MB resident after {Requests} requests of {bodies.Count} operations; "
                + $"{atStart} MB when it was ready."
        );
    }

    private static async Task<string> AskAsync(HttpClient http, BuiltServer server, string body)
    {
        using var response = await http.PostAsync(
            $"{server.Address}/graphql",
            new StringContent(body, Encoding.UTF8, "application/json")
        );
        return await response.Content.ReadAsStringAsync();
    }

    private static long ResidentMegabytes(BuiltServer server)
    {
        server.Process.Refresh();
        return server.Process.WorkingSet64 / (1024 * 1024);
    }
}
