using System.Globalization;
using CsCheck;
using CsvHelper;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class ComplaintMetricImportTests
{
    private static readonly string[] Columns =
    [
        "agency",
        "month",
        "category",
        "top_category",
        "channel",
        "pending_start",
        "received",
        "resolved",
        "pending_end",
        "within_target",
        "counts_missing",
        "median_days",
        "median_days_missing",
    ];

    private static readonly string Header = string.Join(',', Columns);

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Different_figures_make_a_new_revision_and_equal_ones_do_not(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider, "SSA");
        const string april = "SSA,1998-04,Long waits,TIMELINESS,TELEPHONE,10,5,3,12,2,,4.5,";
        const string may = "SSA,1998-05,,,,12,5,3,14,2,,4.5,";
        await database.ImportAsync("complaint-metrics", $"{Header}\n{april}\n{may}");

        var same = await database.ImportAsync("complaint-metrics", $"{Header}\n{april}\n{may}");
        var other = await database.ImportAsync(
            "complaint-metrics",
            $"{Header}\n{april}\n{may.Replace("4.5", "<1", StringComparison.Ordinal)}"
        );

        Assert.Equal((0, 0, 2), (same.Inserted, same.Updated, same.Unchanged));
        Assert.Equal((0, 1, 1), (other.Inserted, other.Updated, other.Unchanged));
        await using var db = database.Contexts.CreateDbContext();
        var revisions = await db
            .ComplaintMetrics.Where(m => m.Month == new ReportMonth(1998, 5))
            .OrderBy(m => m.Revision)
            .ToListAsync();
        Assert.Equal([(1, false), (2, true)], revisions.Select(metric => (metric.Revision, metric.IsCurrent)));
        Assert.Equal(
            (4.5, null, MissingReason.LessThan),
            (revisions[0].MedianDays, revisions[1].MedianDays, revisions[1].MedianDaysMissing)
        );
        Assert.Equal(
            "Long waits",
            (await db.ComplaintMetrics.Include(m => m.Category).SingleAsync(m => m.CategoryId != null)).Category!.Name
        );
        Assert.Equal(
            [1, 2, 3, 4],
            await db.FeedEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence).ToListAsync()
        );
        Assert.Equal(
            ["importComplaintMetrics", "importComplaintMetrics"],
            await db.AuditEntries.Select(entry => entry.Action).ToListAsync()
        );
    }

    [Fact]
    public async Task A_missing_number_needs_a_reason()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"""
            {Header}
            SSA,1998-01,,,,,5,3,12,2,,n/a,
            SSA,1998-02,,,,<1,5,3,12,2,,,NOT_APPLICABLE
            SSA,1998-03,,,,<1,N/A,3,12,2,NOT_COLLECTED,<1,
            """
        );

        Assert.Empty(result.Errors);
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(
            [
                (MissingReason.NotCollected, MissingReason.NotCollected),
                (MissingReason.LessThan, MissingReason.NotApplicable),
                (MissingReason.NotCollected, MissingReason.LessThan),
            ],
            (await db.ComplaintMetrics.OrderBy(m => m.Month).ToListAsync()).Select(m =>
                (m.CountsMissing!.Value, m.MedianDaysMissing!.Value)
            )
        );
    }

    [Fact]
    public async Task Cells_are_checked_against_each_other()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        await database.ImportAsync("complaint-metrics", $"{Header}\nSSA,1998-01,Waits,TIMELINESS,,1,1,1,1,1,,1,");

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"""
            {Header}
            SSA,1998-02,Rudeness,,,1,1,1,1,1,,1,
            SSA,1998-02,Waits,COST,,1,1,1,1,1,,1,
            SSA,1998-02,,COST,,1,1,1,1,1,,1,
            SSA,1998-02,,,PIGEON,1,1,1,1,1,,1,
            SSA,1998-02,,,,<1,N/A,1,1,1,,1,
            SSA,1998-02,,,,1,1,1,1,1,NOT_COLLECTED,1,LESS_THAN
            """
        );

        Assert.Equal(
            [
                (2, "category", "SSA has no such category. Give its top_category to create it."),
                (3, "top_category", "The category is under TIMELINESS."),
                (4, "category", "A top_category needs a category under it. Give one, or leave it out."),
                (5, "channel", "'PIGEON' is not one of TELEPHONE, MAIL, EMAIL, IN_PERSON, WEB, OTHER."),
                (6, "counts_missing", "The numbers are missing for different reasons; say here which one counts."),
                (7, "counts_missing", "No number is missing. Leave out this reason, or the number that is not known."),
                (
                    7,
                    "median_days_missing",
                    "No number is missing. Leave out this reason, or the number that is not known."
                ),
                (7, "", "Line 6 has figures for the same agency, month, category and channel."),
            ],
            result.Errors.Select(error => ((int)error.Line, error.Column, error.Reason))
        );
    }

    [Fact]
    public async Task Figures_of_a_month_that_has_not_begun_are_refused()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var begun = await database.ImportAsync("complaint-metrics", $"{Header}\nSSA,1998-11,,,,1,1,1,1,1,,1,");
        var ahead = await database.ImportAsync("complaint-metrics", $"{Header}\nSSA,1998-12,,,,1,1,1,1,1,,1,");

        Assert.Empty(begun.Errors);
        Assert.Equal(
            [("month", "1998-12 has not begun, so there is nothing to report yet.")],
            ahead.Errors.Select(error => (error.Column, error.Reason))
        );
    }

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
            Write([.. Columns]);
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
