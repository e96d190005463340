using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cwa.Benchmarks;

/// <summary>
/// The cost of importing 100,000 rows of complaint figures, compared with only inserting the same entities.
/// </summary>
internal static class ImportBenchmark
{
    private const int Agencies = 100,
        Months = 10,
        Categories = 25,
        Channels = 4,
        Rounds = 3,
        Batch = 1000;

    public static async Task RunAsync()
    {
        var imports = new List<TimeSpan>();
        var inserts = new List<TimeSpan>();
        var peak = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            imports.Add(await OnEmptyAsync(ImportAsync));
            // Only in the first round is the peak of memory that of the import: nothing else has run yet.
            using var self = Process.GetCurrentProcess();
            peak = round == 0 ? self.PeakWorkingSet64 : peak;
            inserts.Add(await OnEmptyAsync(InsertAsync));
        }

        var (import, insert) = (imports.Order().ElementAt(Rounds / 2), inserts.Order().ElementAt(Rounds / 2));
        Console.WriteLine(
            $"{Agencies * Months * Categories * Channels:N0} rows: "
                + $"imported in {import.TotalSeconds:F1} s, inserted in {insert.TotalSeconds:F1} s "
                + $"(medians of {Rounds}), ratio {import / insert:F2}; peak of {peak / (1024 * 1024)} MB resident."
        );
    }

    private static async Task<TimeSpan> OnEmptyAsync(Func<IDbContextFactory<CwaDbContext>, Task<TimeSpan>> measure)
    {
        var file = await SampleDatabase.EmptyAsync();
        try
        {
            using var host = SampleDatabase.Host(file);
            return await measure(host.Services.GetRequiredService<IDbContextFactory<CwaDbContext>>());
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Imports the rows, and returns how long that took.</summary>
    internal static async Task<TimeSpan> ImportAsync(IDbContextFactory<CwaDbContext> contexts)
    {
        var csv = Path.Combine(Path.GetTempPath(), "cwa-benchmarks", "complaint-metrics.csv");
        await WriteAsync(csv, await AgenciesAsync(contexts));
        await using var file = File.OpenRead(csv);
        var watch = Stopwatch.StartNew();
        var result = await Imports.RunAsync(
            Imports.Find("complaint-metrics")!,
            file,
            contexts,
            new(SampleOptions.UsualDay),
            progress: null,
            default
        );
        return result.Committed ? watch.Elapsed : throw new InvalidOperationException($"Refused: {result.Errors[0]}");
    }

    private static async Task<TimeSpan> InsertAsync(IDbContextFactory<CwaDbContext> contexts)
    {
        var agencies = await AgenciesAsync(contexts);
        var watch = Stopwatch.StartNew();
        await using var db = await contexts.CreateDbContextAsync();
        await using var transaction = await db.BeginWriteAsync(default);
        foreach (var agency in agencies)
        {
            var categories = Enumerable
                .Range(0, Categories)
                .Select(c => new ComplaintCategory(agency.Id, $"Kind {c}", TopCategory.Other))
                .ToList();
            db.AddRange(categories);
            foreach (var batch in Rows(categories).Chunk(Batch))
            {
                db.AddRange(
                    batch.Select(row => new ComplaintMetric(
                        agency.Id,
                        row.Month,
                        row.Category,
                        row.Channel,
                        new()
                        {
                            PendingStart = 10,
                            Received = 20,
                            Resolved = 15,
                            PendingEnd = 15,
                            WithinTarget = 12,
                            MedianDays = 4.5,
                        }
                    ))
                );
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        await transaction.CommitAsync(default);
        return watch.Elapsed;
    }

    private static async Task WriteAsync(string csv, List<Agency> agencies)
    {
        await using var file = File.CreateText(csv);
        await file.WriteLineAsync(
            "agency,month,category,top_category,channel,pending_start,received,resolved,pending_end,"
                + "within_target,median_days"
        );
        foreach (var agency in agencies)
        {
            foreach (var row in Rows([.. Enumerable.Range(0, Categories)]))
            {
                await file.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{agency.Abbreviation},{row.Month},Kind {row.Category},OTHER,"
                            + $"{JsonNamingPolicy.SnakeCaseUpper.ConvertName(row.Channel.ToString())},"
                            + $"10,20,15,15,12,4.5"
                    )
                );
            }
        }
    }

    internal static async Task<List<Agency>> AgenciesAsync(IDbContextFactory<CwaDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db
            .Agencies.Where(a => a.ActiveTo == null)
            .OrderBy(a => a.Abbreviation)
            .Take(Agencies)
            .ToListAsync();
    }

    private static IEnumerable<(ReportMonth Month, T Category, Channel Channel)> Rows<T>(IReadOnlyList<T> categories) =>
        from month in Enumerable.Range(1, Months)
        from category in categories
        from channel in Enum.GetValues<Channel>().Take(Channels)
        select (new ReportMonth(1998, month), category, channel);
}
