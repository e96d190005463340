using System.Globalization;
using Cwa.Model;
using Cwa.Model.Tests;

namespace Cwa.Graph.Tests;

/// <summary>The figures of 121 agencies from a file, and servers that hold them.</summary>
internal static class Foia
{
    public static FoiaReport? Report { get; } = FoiaReport.Find();

    public static double? Median(FoiaReport.Row row) =>
        double.TryParse(row.MedianDays, CultureInfo.InvariantCulture, out var days) ? days : null;

    public static string? MedianMissing(FoiaReport.Row row) =>
        Median(row) is not null ? null
        : row.MedianDays == "<1" ? "LESS_THAN"
        : "NOT_COLLECTED";

    public static async Task<CwaServer> ImportedAsync(string provider)
    {
        var server = await WithAgenciesAsync(provider);
        await ImportAsync(server, "complaint-metrics", Report!.ComplaintMetricsCsv());
        return server;
    }

    public static async Task<CwaServer> WithAgenciesAsync(string provider)
    {
        Skip.If(Report is null, FoiaReport.Absent);
        var server = await CwaServer.StartAsync(provider, settings: ("Clock:Today", "2024-01-02"));
        await ImportAsync(server, "agencies", Report!.AgenciesCsv());
        return server;
    }

    public static async Task ImportAsync(CwaServer server, string kind, byte[] csv)
    {
        var result = await Imports.RunAsync(
            Imports.Find(kind)!,
            new MemoryStream(csv),
            server.Database.Contexts,
            new(new(2024, 1, 2)),
            progress: null,
            CancellationToken.None
        );
        Assert.True(result.Committed, string.Join('\n', result.Errors));
    }
}

/// <summary>Servers with the figures of the file, for tests that only read.</summary>
public sealed class FoiaServers : LentServers
{
    protected override Task<CwaServer> StartAsync(string provider) => Foia.ImportedAsync(provider);
}
