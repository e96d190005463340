using System.Diagnostics;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Cwa.Benchmarks;

/// <summary>How long writers wait beside an import of 100,000 rows, on both databases.</summary>
internal static class ImportBesideBenchmark
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync()
    {
        var file = await SampleDatabase.EmptyAsync();
        using (var host = SampleDatabase.Host(file))
            await RunAsync("SQLite", host);
        SampleDatabase.Delete(file);

        using var postgres = await PrivatePostgres.StartAsync(
            Path.Combine(Path.GetTempPath(), "cwa-benchmarks", "import"),
            isKept: false
        );
        await postgres.SqlAsync("postgres", "-c", "CREATE DATABASE ours");
        using (
            var host = SampleDatabase.Host(
                ("Database:Provider", "PostgreSql"),
                ("ConnectionStrings:Cwa", postgres.ConnectionString("ours"))
            )
        )
        {
            await using (var db = await ContextsOf(host).CreateDbContextAsync())
            {
                await db.UpdateSchemaAsync(default);
                await AgencyReferenceData.LoadAsync(db, default);
            }

            await RunAsync("PostgreSQL", host);
            Npgsql.NpgsqlConnection.ClearAllPools();
        }
    }

    private static async Task RunAsync(string database, IHost host)
    {
        var contexts = ContextsOf(host);
        var agencies = await ImportBenchmark.AgenciesAsync(contexts);
        await WriteAsync(contexts, agencies[0].Id); // warms up
        using var end = new CancellationTokenSource();
        // One writes for an agency of the file, the other for one that the file does not name.
        await using var db = await contexts.CreateDbContextAsync();
        var other = await db.Agencies.Where(a => !agencies.Select(x => x.Id).Contains(a.Id)).FirstAsync();
        var named = WaitsAsync(contexts, agencies[^1].Id, end.Token);
        var unnamed = WaitsAsync(contexts, other.Id, end.Token);
        var took = await ImportBenchmark.ImportAsync(contexts);
        await end.CancelAsync();
        Console.WriteLine(
            $"{database}: imported in {took.TotalSeconds:F1} s; waited for an agency of the file {Told(await named)}, "
                + $"for another {Told(await unnamed)}."
        );
    }

    private static async Task<List<TimeSpan>> WaitsAsync(
        IDbContextFactory<CwaDbContext> contexts,
        Guid agency,
        CancellationToken end
    )
    {
        var waits = new List<TimeSpan>();
        while (!end.IsCancellationRequested)
        {
            waits.Add(await WriteAsync(contexts, agency));
            await Task.Delay(Pause, CancellationToken.None);
        }

        return [.. waits.Order()];
    }

    // What every mutation does at least: it locks its agency, stores something, and takes a place in the feed.
    private static async Task<TimeSpan> WriteAsync(IDbContextFactory<CwaDbContext> contexts, Guid agency)
    {
        var watch = Stopwatch.StartNew();
        await using var db = await contexts.CreateDbContextAsync();
        await using var writing = await db.BeginWriteAsync(default);
        await db.LockAgenciesAsync([agency], default);
        var program = new Cwa.Model.Program(agency, "Desk", "Listens.", new(1998, 4, 1));
        db.AddRange(program, new AuditEntry("createProgram", "pat", nameof(Cwa.Model.Program), program.Id, agency));
        await db.SaveChangesAsync();
        await FeedCounter.AppendAsync(db, [(FeedKind.ProgramCreated, agency, program.Id)], DateTime.UtcNow, default);
        await writing.CommitAsync(default);
        return watch.Elapsed;
    }

    private static string Told(List<TimeSpan> waits) =>
        $"p50 {waits[waits.Count / 2].TotalMilliseconds:F0}, p99 {waits[waits.Count * 99 / 100].TotalMilliseconds:F0}, "
        + $"at most {waits[^1].TotalMilliseconds:F0} ms ({waits.Count} writes)";

    private static IDbContextFactory<CwaDbContext> ContextsOf(IHost host) =>
        host.Services.GetRequiredService<IDbContextFactory<CwaDbContext>>();
}
