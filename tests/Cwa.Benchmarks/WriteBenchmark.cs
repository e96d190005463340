using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Benchmarks;

/// <summary>
/// The cost of submitting reports: under load, with none lost and no lock error, and compared with storing the same
/// rows by hand.
/// </summary>
internal static class WriteBenchmark
{
    private const int Writers = 16,
        Readers = 16,
        Rounds = 5,
        WarmUps = 500;

    public static async Task RunAsync(TimeSpan time)
    {
        var database = await SampleDatabase.CopyAsync();
        try
        {
            using var server = await BuiltServer.StartAsync(database, Submissions.Settings);
            using var host = SampleDatabase.Host(database);
            var contexts = host.Services.GetRequiredService<IDbContextFactory<CwaDbContext>>();
            var agencies = await AgenciesAsync(contexts);
            // The first agencies report under load. The comparisons use the others, each only once.
            await UnderLoadAsync(server, contexts, agencies[..Writers], time);
            await CompareAsync("one after another", server, contexts, agencies[Writers..], writers: 1, time / 10);
            await CompareAsync("four writers", server, contexts, agencies[(Writers + 2)..], writers: 4, time / 10);
        }
        finally
        {
            SampleDatabase.Delete(database);
        }
    }

    private static async Task UnderLoadAsync(
        BuiltServer server,
        IDbContextFactory<CwaDbContext> contexts,
        Agency[] agencies,
        TimeSpan time
    )
    {
        var acknowledged = new ConcurrentBag<string>();
        var took = new ConcurrentBag<TimeSpan>();
        var failures = new ConcurrentBag<string>();
        int read = 0,
            unread = 0;
        var writers = agencies.Select(agency => new Submissions(server.Address, Reporter.Of(agency))).ToList();
        await RateAsync(writers, async writer => Take(await writer.NextAsync()), d => d.Done < WarmUps, server.Process);
        var warm = time / 3;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll([.. writers.Select(WriteAsync), .. Enumerable.Range(0, Readers).Select(_ => ReadAsync())]);

        var lost = acknowledged.Count - await StoredAsync(contexts, acknowledged);
        var sorted = took.Order().ToList();
        Console.WriteLine(
            $"""
            {Writers} writers and {Readers} readers for {time.TotalSeconds:F0} s,
            after {warm.TotalSeconds:F0} s to warm up:
            | submits/s | p50 | p99 | worst | reads/s | not acknowledged | failed reads | database is locked | lost |
            |---|---|---|---|---|---|---|---|---|
            | {took.Count / time.TotalSeconds:F0} | {At(0.5):F1} ms | {At(0.99):F1} ms | {At(1):F1} ms | {read
                / time.TotalSeconds:F0} | {failures.Count} | {unread} | {server.Log.Count(line =>
                line.Contains("locked", StringComparison.Ordinal)
            )} | {lost} |
            """
        );
        if (!failures.IsEmpty)
            Console.WriteLine($"One that was not acknowledged: {failures.First()}");

        double At(double share) => sorted[(int)((sorted.Count - 1) * share)].TotalMilliseconds;

        void Take(Submission submission)
        {
            if (submission.ReportId is { } reportId)
                acknowledged.Add(reportId);
            else
                failures.Add(submission.Answer);
        }

        async Task WriteAsync(Submissions writer)
        {
            while (watch.Elapsed < warm + time)
            {
                var isMeasured = watch.Elapsed > warm;
                var submission = await writer.NextAsync();
                Take(submission);
                if (isMeasured)
                    took.Add(submission.Took);
            }

            writer.Dispose();
        }

        async Task ReadAsync()
        {
            using var http = new HttpClient();
            var body = Operations.Body(Operations.TextOf("calendar"), Operations.CalendarVariables);
            while (watch.Elapsed < warm + time)
            {
                var isMeasured = watch.Elapsed > warm;
                using var response = await http.PostAsync(
                    $"{server.Address}/graphql",
                    new StringContent(body, Encoding.UTF8, "application/json")
                );
                if (
                    !(await response.Content.ReadAsStringAsync()).StartsWith(
                        "{\"data\":{\"events\":{",
                        StringComparison.Ordinal
                    )
                )
                    Interlocked.Increment(ref unread);
                else if (isMeasured)
                    Interlocked.Increment(ref read);
            }
        }
    }

    /// <summary>How many of the reports are stored with all of their events.</summary>
    private static async Task<int> StoredAsync(IDbContextFactory<CwaDbContext> contexts, IEnumerable<string> reportIds)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var stored = 0;
        foreach (var ids in reportIds.Select(id => NodeId.KeyOf(nameof(MonthlyReport), id)!.Value).Chunk(1000))
        {
            stored += await db.MonthlyReports.CountAsync(r =>
                Enumerable.Contains(ids, r.Id)
                && db.EventRevisions.Count(e => e.ReportId == r.Id) == Submissions.Events
                && db.FeedEntries.Any(f => f.SubjectId == r.Id)
            );
        }

        return stored;
    }

    private static async Task CompareAsync(
        string name,
        BuiltServer server,
        IDbContextFactory<CwaDbContext> contexts,
        Agency[] agencies,
        int writers,
        TimeSpan roundTime
    )
    {
        var graph = agencies[..writers].Select(agency => new Submissions(server.Address, Reporter.Of(agency))).ToList();
        var hand = agencies[writers..(2 * writers)].Select(agency => new SubmissionsByHand(contexts, agency)).ToList();
        using var self = Process.GetCurrentProcess();
        var rounds = new List<(Rate Graph, Rate Hand)>();
        await RateAsync(graph, SubmitAsync, d => d.Done < WarmUps, server.Process);
        await RateAsync(hand, s => s.NextAsync(), d => d.Done < WarmUps, self);
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(
                (
                    await RateAsync(graph, SubmitAsync, d => d.Elapsed < roundTime, server.Process),
                    await RateAsync(hand, s => s.NextAsync(), d => d.Elapsed < roundTime, self)
                )
            );
        }

        graph.ForEach(s => s.Dispose());
        Console.WriteLine(
            $"""
            Submits, {name}, medians of {Rounds} rounds:
            | | submits/s | CPU a submit |
            |---|---|---|
            | GraphQL | {Median(r => r.Graph.PerSecond):F0} | {Median(r => r.Graph.CpuMicroseconds):F0} µs |
            | by hand | {Median(r => r.Hand.PerSecond):F0} | {Median(r => r.Hand.CpuMicroseconds):F0} µs |
            Ratio of submits/s: {Median(r =>
                r.Graph.PerSecond / r.Hand.PerSecond
            ):F2}, of CPU by hand ÷ GraphQL: {Median(r => r.Hand.CpuMicroseconds / r.Graph.CpuMicroseconds):F2}
            """
        );

        double Median(Func<(Rate Graph, Rate Hand), double> of) => rounds.Select(of).Order().ElementAt(Rounds / 2);

        static async Task SubmitAsync(Submissions submissions)
        {
            if (await submissions.NextAsync() is { ReportId: null } refused)
                throw new InvalidOperationException(refused.Answer);
        }
    }

    private sealed record Rate(double PerSecond, double CpuMicroseconds);

    private static async Task<Rate> RateAsync<T>(
        List<T> writers,
        Func<T, Task> submit,
        Func<(int Done, TimeSpan Elapsed), bool> goesOn,
        Process process
    )
    {
        process.Refresh();
        var cpu = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var done = 0;
        await Task.WhenAll(
            writers.Select(async writer =>
            {
                while (goesOn((done, watch.Elapsed)))
                {
                    await submit(writer);
                    Interlocked.Increment(ref done);
                }
            })
        );
        var elapsed = watch.Elapsed;
        process.Refresh();
        return new(done / elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalMicroseconds / done);
    }

    private static async Task<Agency[]> AgenciesAsync(IDbContextFactory<CwaDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db
            .Agencies.AsNoTracking()
            .Where(a => a.ActiveTo == null)
            .OrderBy(a => a.Abbreviation)
            .Take(Writers + 2 + 8)
            .ToArrayAsync();
    }
}
