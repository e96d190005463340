using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cwa.Graph.Tests.Engine;

namespace Cwa.Graph.Tests.Telemetry;

/// <summary>What Prometheus reads, and what the board in .github/operations shows of it.</summary>
public sealed partial class MetricsTests
{
    private const string Reports = "subscription { monthlyReportSubmitted { cursor } }";

    [Fact]
    public async Task Every_metric_of_the_board_exists()
    {
        await using var server = await CwaServer.StartAsync(
            settings: [("Telemetry:Scrapers:0", "127.0.0.1"), ("Limits:CachedAnswerBytes", "1000000")]
        );
        await using var other = CwaServer.OnDay(server.Database, "1998-11-16");
        using var socket = await (await server.OpenSocketAsync()).InitAsync();
        await socket.SubscribeAsync("1", Reports);
        await server.AskAsync("{ agencies { totalCount } }");
        await server.SendAsync("{ nothing }");
        await other.SubmitAsync(await other.HasAgencyAsync());
        await socket.NextAsync();

        // What nothing has happened to is not told: no read had to wait, and the database was never away.
        string[] silent = ["graphql_gate_wait_seconds_bucket", "graphql_retries_total"];
        var board = await File.ReadAllTextAsync(Repository.PathOf(".github/operations/board.json"));
        var named = Expressions(JsonDocument.Parse(board).RootElement)
            .SelectMany(expression => Metric().Matches(expression).Select(match => match.Value))
            .Distinct()
            .Except(silent);
        await Eventually.IsAsync("", async () => string.Join(", ", named.Except(await MetricsAsync(server))));
    }

    [Fact]
    public async Task A_refused_request_is_counted_by_its_code()
    {
        await using var server = await CwaServer.StartAsync(settings: [("Telemetry:Scrapers:0", "127.0.0.0/8")]);
        await server.SendAsync("{ nothing }");

        await Eventually.IsAsync(
            true,
            async () =>
                (await server.Client.GetStringAsync("/metrics")).Contains(
                    "error_type=\"GRAPHQL_VALIDATION_FAILED\"",
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10.9.0.0/16")]
    [InlineData("10.9.8.7")]
    public async Task Nobody_else_finds_the_metrics(string? scrapers)
    {
        await using var server = await CwaServer.StartAsync(
            settings: scrapers is null ? [] : [("Telemetry:Scrapers:0", scrapers)]
        );

        using var answer = await server.Client.GetAsync("/metrics");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<IReadOnlyList<string>> MetricsAsync(CwaServer server) =>
        [.. Sample().Matches(await server.Client.GetStringAsync("/metrics")).Select(match => match.Value).Distinct()];

    private static IEnumerable<string> Expressions(JsonElement board) =>
        board
            .GetProperty("panels")
            .EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("expr").GetString()!);

    [GeneratedRegex(@"\b(graphql|cwa|http|dotnet)_\w+(?=\[|\{|\)$)")]
    private static partial Regex Metric();

    [GeneratedRegex(@"^\w+", RegexOptions.Multiline)]
    private static partial Regex Sample();
}
