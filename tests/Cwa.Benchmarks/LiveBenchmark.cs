using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Benchmarks;

/// <summary>
/// The cost of live connections: the time until 500 subscribers know of a report, the memory of 1,000 that wait, and
/// the speed at which one catches up.
/// </summary>
internal static class LiveBenchmark
{
    private const int Subscribers = 500,
        Waiting = 1000,
        Requests = 1000,
        CatchUp = 10_000,
        Spells = 5,
        WarmUps = 500;

    public static async Task RunAsync(int rounds)
    {
        var database = await SampleDatabase.CopyAsync();
        try
        {
            using var server = await BuiltServer.StartAsync(database, Submissions.Settings);
            using var http = new HttpClient { BaseAddress = new(server.Address) };
            using var host = SampleDatabase.Host(database);
            await using var db = await host
                .Services.GetRequiredService<IDbContextFactory<CwaDbContext>>()
                .CreateDbContextAsync();
            using var submissions = new Submissions(
                server.Address,
                Reporter.Of(await db.Agencies.AsNoTracking().SingleAsync(a => a.Abbreviation == "SSA"))
            );
            await WaitAsync(server, http);
            await TellAsync(server, submissions, rounds);
            await CatchUpAsync(server, http, rounds);
        }
        finally
        {
            SampleDatabase.Delete(database);
        }
    }

    private static async Task TellAsync(BuiltServer server, Submissions submissions, int rounds)
    {
        // Compilation would outweigh what is measured.
        await SpellAsync(server, submissions, 1, WarmUps);
        await SpellAsync(server, submissions, Subscribers, WarmUps);
        var spells = new List<(Spell One, Spell Many)>();
        while (spells.Count < Spells)
            spells.Add(
                (
                    await SpellAsync(server, submissions, 1, rounds),
                    await SpellAsync(server, submissions, Subscribers, rounds)
                )
            );

        Console.WriteLine(
            $"""
            A report to identical subscribers, {Spells} times {rounds}, medians:
            | subscribers | last told after the acknowledgement | worst | CPU a submit |
            |---|---|---|---|
            | 1 | {Of(s => s.One.Median):F1} ms | {Of(s => s.One.Worst):F1} ms | {Of(s =>
                s.One.CpuMicroseconds
            ):F0} µs |
            | {Subscribers} | {Of(s => s.Many.Median):F1} ms | {Of(s => s.Many.Worst):F1} ms | {Of(s =>
                s.Many.CpuMicroseconds
            ):F0} µs |
            CPU with {Subscribers} ÷ with 1: {Of(s =>
                s.Many.CpuMicroseconds / s.One.CpuMicroseconds
            ):F1}; for each subscriber {Of(s =>
                (s.Many.CpuMicroseconds - s.One.CpuMicroseconds) / (Subscribers - 1)
            ):F1} µs.
            """
        );

        double Of(Func<(Spell One, Spell Many), double> of) => spells.Select(of).Order().ElementAt(Spells / 2);
    }

    private static async Task<Spell> SpellAsync(
        BuiltServer server,
        Submissions submissions,
        int subscribers,
        int rounds
    )
    {
        var sockets = await OpenAsync(server, subscribers);
        for (var i = 0; i < 5; i++)
            await RoundAsync();
        server.Process.Refresh();
        var cpu = server.Process.TotalProcessorTime;
        var late = new List<TimeSpan>();
        for (var i = 0; i < rounds; i++)
            late.Add(await RoundAsync());
        server.Process.Refresh();
        var spent = (server.Process.TotalProcessorTime - cpu).TotalMicroseconds / rounds;
        sockets.ForEach(s => s.Dispose());
        return new(Median(late).TotalMilliseconds, late.Max().TotalMilliseconds, spent);

        async Task<TimeSpan> RoundAsync()
        {
            var told = Task.WhenAll(sockets.Select(s => s.ToldAsync(1)));
            await SubmitAsync(submissions);
            var acknowledged = Stopwatch.GetTimestamp();
            await told;
            return Stopwatch.GetElapsedTime(acknowledged, sockets.Max(s => s.LastAt));
        }
    }

    private static async Task WaitAsync(BuiltServer server, HttpClient http)
    {
        for (var i = 0; i < 10; i++)
            await TypenameAsync(http);
        var alone = await TypenameAsync(http);
        var before = Resident(server);
        var sockets = await OpenAsync(server, Waiting);
        var after = Resident(server);
        var beside = await TypenameAsync(http);
        sockets.ForEach(s => s.Dispose());
        Console.WriteLine(
            $$"""
            {{Waiting}} subscribers who wait: {{(after - before) / 1024.0 / Waiting:F0}} KB each.
            {__typename}, p50: {{beside.TotalMicroseconds:F0}} µs beside them,
            {{alone.TotalMicroseconds:F0}} µs without; ratio {{beside / alone:F2}}.
            """
        );
    }

    private static async Task CatchUpAsync(BuiltServer server, HttpClient http, int rounds)
    {
        var feed = (await AskAsync(http, "{ feed(first: 1) { totalCount pageInfo { endCursor } } }"))
            .GetProperty("data")
            .GetProperty("feed");
        var after = feed.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var entries = feed.GetProperty("totalCount").GetInt32() - 1;
        var took = new List<TimeSpan>();
        while (took.Count < rounds || took.Count * entries < CatchUp)
        {
            var began = Stopwatch.GetTimestamp();
            using var socket = await LiveSocket.SubscribeAsync(
                server.Address,
                "subscription ($after: String) { feed(after: $after) { cursor entry { kind } } }",
                new { after }
            );
            await socket.ToldAsync(entries);
            took.Add(Stopwatch.GetElapsedTime(began, socket.LastAt));
        }

        Console.WriteLine(
            $"Catching up with {entries} entries over one WebSocket, {took.Count} times: "
                + $"{entries / Median(took).TotalSeconds:F0} entries/s in the median."
        );
    }

    private static async Task<TimeSpan> TypenameAsync(HttpClient http)
    {
        var took = new List<TimeSpan>();
        for (var i = 0; i < Requests; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await AskAsync(http, "{ __typename }");
            took.Add(Stopwatch.GetElapsedTime(began));
        }

        return Median(took);
    }

    private static async Task<List<LiveSocket>> OpenAsync(BuiltServer server, int count)
    {
        var sockets = new List<LiveSocket>();
        await LiveSocket.OpenAsync(sockets, server.Address, LiveSocket.Reports, count);
        return sockets;
    }

    private static async Task SubmitAsync(Submissions submissions)
    {
        if (await submissions.NextAsync() is { ReportId: null } refused)
            throw new InvalidOperationException(refused.Answer);
    }

    private static async Task<JsonElement> AskAsync(HttpClient http, string query)
    {
        using var response = await http.PostAsync(
            "/graphql",
            new StringContent(Operations.Body(query), Encoding.UTF8, "application/json")
        );
        return JsonDocument.Parse(await response.Content.ReadAsStreamAsync()).RootElement;
    }

    private static long Resident(BuiltServer server)
    {
        server.Process.Refresh();
        return server.Process.WorkingSet64;
    }

    private static TimeSpan Median(List<TimeSpan> of) => of.Order().ElementAt(of.Count / 2);

    private sealed record Spell(double Median, double Worst, double CpuMicroseconds);
}
