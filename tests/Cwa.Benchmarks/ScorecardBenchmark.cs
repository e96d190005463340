using System.Diagnostics;
using System.Globalization;
using Cwa.Graph;
using Cwa.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cwa.Benchmarks;

/// <summary>
/// The time of the whole government's scorecard, today and for a past day, with 5,000 events and with 150,000.
/// </summary>
internal static class ScorecardBenchmark
{
    private const int Rounds = 9;

    public static async Task RunAsync()
    {
        foreach (var scale in new[] { 1, SampleOptions.MaxScale })
        {
            await using var host = Host(await SampleDatabase.OfScaleAsync(scale));
            foreach (var day in new[] { SampleOptions.UsualDay, new DateOnly(1998, 6, 30), new DateOnly(1998, 3, 16) })
            {
                var (agencies, cells, times) = (0, 0, new List<double>());
                for (var round = 0; round <= Rounds; round++)
                {
                    await using var scope = host.Services.CreateAsyncScope();
                    var watch = Stopwatch.StartNew();
                    var scorecard = await scope.ServiceProvider.GetRequiredService<Scorecards>().ReadAsync(day);
                    (agencies, cells) = (scorecard.Agencies.Count, scorecard.Agencies.Sum(a => a.Cells.Count));
                    // The first run still has to compile the queries.
                    if (round > 0)
                        times.Add(watch.Elapsed.TotalMilliseconds);
                }

                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Scale {scale}, as of {day:yyyy-MM-dd}: {agencies} agencies, {cells} cells in "
                            + $"{times.Order().ElementAt(Rounds / 2):F0} ms, "
                            + $"{times.Max():F0} at most (median of {Rounds})."
                    )
                );
            }
        }
    }

    private static WebApplication Host(string file)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["ConnectionStrings:Cwa"] = SampleDatabase.ConnectionString(file);
        builder.Configuration["Clock:Today"] = SampleOptions.UsualDay.ToString("O", CultureInfo.InvariantCulture);
        builder.AddCwaModel();
        builder.AddCwaSite();
        builder.AddCwaSecurity();
        builder.AddCwaGraph();
        builder.Logging.ClearProviders();
        builder.Services.AddScoped(_ => new Caller("npr", "npr", [Roles.Read], [], []));
        return builder.Build();
    }
}
