using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cwa.Graph.Tests.Engine;
using Cwa.Tests;

namespace Cwa.Graph.Tests.Telemetry;

/// <summary>What Prometheus reads, and what the board in .github/operations shows of it.</summary>
public sealed partial class MetricsTests
{
    private const string Reports = "subscription { monthlyReportSubmitted { cursor } }";

    // Two processes: within one, servers of other tests would share the metrics.
    [Fact]
    public async Task Every_metric_of_the_board_exists_and_a_refusal_is_counted_by_its_code()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        (string, string)[] settings =
        [
            ("ConnectionStrings:Cwa", database.ConnectionString),
            ("Sample:Load", "false"),
            .. SignedInCaller.Settings,
        ];
        await using var server = await LiveServer.StartAsync([("Telemetry:Scrapers:0", "127.0.0.1"), .. settings]);
        await using var other = CwaServer.OnDay(database, "1998-11-16");
        using var http = new HttpClient { BaseAddress = server.Address };
        using var socket = await (await Socket.OpenAsync(server.Address)).InitAsync();
        await socket.SubscribeAsync("1", Reports);
        await AskAsync("{ agencies { totalCount } }");
        await AskAsync("{ nothing }");
        // At the start all entries are news, and tell no lag.
        await other.SubmitAsync(await other.HasAgencyAsync());
        await socket.NextAsync();
        await other.SubmitAsync(await other.HasAgencyAsync());
        await socket.NextAsync();

        using var import = new HttpRequestMessage(HttpMethod.Post, "/import/events");
        import.Headers.Authorization = new("Bearer", SignedInCaller.TokenOf("pat", [Roles.Submit], ["SSA"]));
        import.Content = new StringContent("month,title\n", null, "text/csv");
        using var imported = await http.SendAsync(import);

        // What nothing has happened to is not told: no read had to wait, nobody was refused, the database was never
        // away, and there is no replica.
        string[] silent =
        [
            "graphql_gate_wait_seconds_bucket",
            "graphql_retries_total",
            "graphql_limited_total",
            "graphql_reads_total",
        ];
        var board = await File.ReadAllTextAsync(Repository.PathOf(".github/operations/board.json"));
        var named = Expressions(JsonDocument.Parse(board).RootElement)
            .SelectMany(expression => Metric().Matches(expression).Select(match => match.Value))
            .Distinct()
            .Except(silent)
            .ToList();
        Assert.Contains("cwa_feed_lag_seconds_bucket", named);
        await Eventually.IsAsync("", async () => string.Join(", ", named.Except(Names(await MetricsAsync()))));
        Assert.Contains("error_type=\"GRAPHQL_VALIDATION_FAILED\"", await MetricsAsync(), StringComparison.Ordinal);

        Task<string> MetricsAsync() => http.GetStringAsync("/metrics");

        async Task AskAsync(string query)
        {
            using var answer = await http.PostAsJsonAsync("/graphql", new { query });
        }
    }

    [Fact]
    public async Task Through_a_proxy_that_the_settings_do_not_name_nobody_is_on_this_machine()
    {
        await using var server = await CwaServer.StartAsync(settings: [("Telemetry:Scrapers:0", "127.0.0.0/8")]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("X-Forwarded-For", "192.0.2.1");

        using var forwarded = await server.Client.SendAsync(request);
        using var direct = await server.Client.GetAsync("/metrics");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (forwarded.StatusCode, direct.StatusCode));
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

    private static IEnumerable<string> Names(string metrics) =>
        Sample().Matches(metrics).Select(match => match.Value).Distinct();

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
