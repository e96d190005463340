using System.Globalization;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class FoiaReportTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_governments_own_figures_are_imported_as_published(string provider)
    {
        var report = FoiaReport.Find();
        Skip.If(report is null, FoiaReport.Absent);
        await using var database = await ImportDatabase.CreateAsync(provider);

        var agencies = await database.ImportAsync("agencies", report.AgenciesCsv());
        var metrics = await database.ImportAsync(
            "complaint-metrics",
            report.ComplaintMetricsCsv(),
            options => options with { Today = new(2024, 1, 2) }
        );

        Assert.Empty(agencies.Errors);
        Assert.Empty(metrics.Errors);
        Assert.Equal((121, 121), (agencies.Inserted, metrics.Inserted));
        await using var db = database.Contexts.CreateDbContext();
        var stored = await db
            .ComplaintMetrics.Include(metric => metric.Agency)
            .ToDictionaryAsync(metric => metric.Agency.Name);
        Assert.Equal(121, stored.Count);
        Assert.All(report.Agencies, row => AssertEqual(row, stored[row.Name]));
        Assert.Equal(
            (report.Total.PendingStart, report.Total.Received, report.Total.Resolved, report.Total.PendingEnd),
            (Sum(m => m.PendingStart), Sum(m => m.Received), Sum(m => m.Resolved), Sum(m => m.PendingEnd))
        );
        Assert.Contains(stored.Values, metric => metric.MedianDaysMissing == MissingReason.LessThan);
        Assert.Contains(stored.Values, metric => metric.MedianDaysMissing == MissingReason.NotCollected);

        long Sum(Func<ComplaintMetric, long?> number) => stored.Values.Sum(number)!.Value;
    }

    private static void AssertEqual(FoiaReport.Row row, ComplaintMetric metric)
    {
        Assert.Equal(
            (row.PendingStart, row.Received, row.Resolved, row.PendingEnd),
            (metric.PendingStart, metric.Received, metric.Resolved, metric.PendingEnd)
        );
        Assert.True(metric.Balances);
        Assert.Equal((FoiaReport.Month, CoveredPeriod.Year), (metric.Month.ToString(), metric.Covers));
        switch (row.MedianDays.ToUpperInvariant())
        {
            case "<1":
                Assert.Equal((null, MissingReason.LessThan), (metric.MedianDays, metric.MedianDaysMissing));
                break;
            case "N/A":
                Assert.Equal((null, MissingReason.NotCollected), (metric.MedianDays, metric.MedianDaysMissing));
                break;
            default:
                Assert.Equal(double.Parse(row.MedianDays, CultureInfo.InvariantCulture), metric.MedianDays);
                break;
        }
    }
}
