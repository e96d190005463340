using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class ComplaintMetricImportTests
{
    internal static readonly string[] Columns =
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
                (7, "", "Line 6 has figures for the same agency, period, category and channel."),
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
}
