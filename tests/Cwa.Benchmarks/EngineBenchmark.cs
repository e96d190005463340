using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace Cwa.Benchmarks;

/// <summary>
/// What the engine costs apart from the database. The calendar through GraphQL is compared with the same response
/// written by hand, in turns over HTTP: requests a second, and processor time of the server a request.
/// </summary>
internal static class EngineBenchmark
{
    private const int Rounds = 5,
        RoundSeconds = 5,
        MostWarmUps = 20;

    private static readonly string Address = FreePort.Address();

    public static async Task RunAsync()
    {
        var database = await SampleDatabase.OfScaleAsync(1);
        using var server = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["serve", database, Address]))!;
        try
        {
            var query = Operations.TextOf("calendar");
            await CompareAsync("with totalCount", server, Operations.Body(query, Operations.CalendarVariables));
            await CompareAsync(
                "without totalCount",
                server,
                Operations.Body(query.Replace("totalCount", "", StringComparison.Ordinal), Operations.CalendarVariables)
            );
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }

    private static async Task CompareAsync(string name, Process server, string body)
    {
        string graph = Address + "/graphql",
            hand = Address + "/by-hand";
        await MustAnswerAlikeAsync(graph, hand, body);
        await WarmUpAsync(server, body, graph, hand);

        var graphs = new List<Load>();
        var hands = new List<Load>();
        for (var round = 0; round < Rounds; round++)
        {
            graphs.Add(await Wrk.PostAsync(graph, body, RoundSeconds, server));
            hands.Add(await Wrk.PostAsync(hand, body, RoundSeconds, server));
        }

        Console.WriteLine(
            $"""

            Calendar {name}: median of {Rounds} rounds
            | | req/s | p50 | p99 | CPU a request |
            |---|---|---|---|---|
            {Row("GraphQL", graphs)}
            {Row("by hand", hands)}
            Ratio of req/s: {Median(
                graphs.Zip(hands, (g, h) => g.PerSecond / h.PerSecond)
            ):F3}, of CPU by hand ÷ GraphQL: {Median(
                graphs.Zip(hands, (g, h) => h.CpuMicroseconds / g.CpuMicroseconds)
            ):F3}
            """
        );
    }

    private static string Row(string name, List<Load> loads)
    {
        var median = loads.OrderBy(l => l.PerSecond).ElementAt(loads.Count / 2);
        return $"| {name} | {median.PerSecond:F0} | {median.Median:F1} ms | {median.P99:F1} ms | "
            + $"{Median(loads.Select(l => l.CpuMicroseconds)):F0} µs |";
    }

    private static double Median(IEnumerable<double> values) =>
        values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    // Until neither improves its best result by two percent: the last tier of compilation comes late.
    private static async Task WarmUpAsync(Process server, string body, params string[] urls)
    {
        var best = urls.ToDictionary(url => url, _ => 0.0);
        for (int round = 0, still = 0; round < MostWarmUps && still < 3; round++)
        {
            var gained = false;
            foreach (var url in urls)
            {
                var now = (await Wrk.PostAsync(url, body, 2, server)).PerSecond;
                gained |= now > best[url] * 1.02;
                best[url] = Math.Max(best[url], now);
            }

            still = gained ? 0 : still + 1;
        }
    }

    private static async Task MustAnswerAlikeAsync(string first, string second, string body)
    {
        var (one, other) = (await DataAsync(first, body), await DataAsync(second, body));
        if (!JsonNode.DeepEquals(one, other))
            throw new InvalidOperationException($"Two answers:\n{one}\n{other}");
    }

    // A cursor is encrypted differently each time.
    private static async Task<JsonNode?> DataAsync(string url, string body)
    {
        using var http = new HttpClient();
        for (var waited = Stopwatch.StartNew(); ; )
        {
            try
            {
                using var response = await http.PostAsync(
                    url,
                    new StringContent(body, Encoding.UTF8, "application/json")
                );
                var data = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["data"];
                data!["events"]!["pageInfo"]!["endCursor"] = null;
                return data;
            }
            catch (HttpRequestException) when (waited.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(100);
            }
        }
    }
}
