using System.Globalization;
using CsCheck;
using CsvHelper;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>Any complaint figures, written to a file, imported and read back.</summary>
public sealed class ImportedFiguresTests
{
    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task All_figures_read_back_as_written(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider, "SSA");
        var month = new ReportMonth(1990, 1);

        // Each sample is a month of its own, so that samples can share the database.
        await Figures
            .List[0, 6]
            .SampleAsync(
                async figures =>
                {
                    month = month.Next;
                    var keys = Enumerable
                        .Range(0, figures.Count)
                        .Select(i => (Channel?)(i == 0 ? null : (Channel)i))
                        .ToList();

                    var result = await database.ImportAsync("complaint-metrics", Csv(month, keys, figures));

                    Assert.Empty(result.Errors);
                    Assert.Equal(figures.Count, result.Inserted);
                    await using var db = database.Contexts.CreateDbContext();
                    var stored = await db
                        .ComplaintMetrics.Where(m => m.Month == month)
                        .OrderBy(m => m.ChannelKey)
                        .ToListAsync();
                    Assert.Equal(
                        figures,
                        stored.Select(metric => new ComplaintFigures
                        {
                            PendingStart = metric.PendingStart,
                            Received = metric.Received,
                            Resolved = metric.Resolved,
                            PendingEnd = metric.PendingEnd,
                            WithinTarget = metric.WithinTarget,
                            CountsMissing = metric.CountsMissing,
                            MedianDays = metric.MedianDays,
                            MedianDaysMissing = metric.MedianDaysMissing,
                        })
                    );
                },
                iter: 60,
                threads: 1
            );
    }

    private static Gen<ComplaintFigures> Figures =>
        from start in Gen.Long[0, 1_000_000_000]
        from received in Gen.Long[0, 1_000_000_000]
        from resolved in Gen.Long[0, start + received]
        from within in Gen.Long[0, 1_000_000_000].Nullable()
        from hidden in Gen.Int[0, 4]
        from reason in Gen.Enum<MissingReason>()
        from median in Gen.Double[0, Counts.Largest].Nullable()
        from medianReason in Gen.Enum<MissingReason>()
        select new ComplaintFigures
        {
            PendingStart = hidden == 1 ? null : start,
            Received = hidden == 2 ? null : received,
            Resolved = hidden == 3 ? null : resolved,
            PendingEnd = hidden == 4 ? null : start + received - resolved,
            WithinTarget = within,
            CountsMissing = hidden > 0 || within is null ? reason : null,
            MedianDays = median,
            MedianDaysMissing = median is null ? medianReason : null,
        };

    private static byte[] Csv(ReportMonth month, List<Channel?> channels, List<ComplaintFigures> figures)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream))
        {
            Write([.. ComplaintMetricImportTests.Columns]);
            foreach (var (channel, f) in channels.Zip(figures))
            {
                Write(
                    "SSA",
                    month,
                    null,
                    null,
                    Name(channel),
                    f.PendingStart,
                    f.Received,
                    f.Resolved,
                    f.PendingEnd,
                    f.WithinTarget,
                    Name(f.CountsMissing),
                    f.MedianDays,
                    Name(f.MedianDaysMissing)
                );
            }

            void Write(params object?[] fields) =>
                csv.WriteRecord(
                    Array.ConvertAll(fields, field => Convert.ToString(field, CultureInfo.InvariantCulture) ?? "")
                );
        }

        return stream.ToArray();
    }

    private static string? Name<T>(T? member)
        where T : struct, Enum => member is null ? null : Choices<T>.Name(member.Value);
}
