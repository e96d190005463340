using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>What becomes of the rows of a file of complaint figures.</summary>
public sealed class ComplaintRowsTests
{
    private const string Header =
        "agency,month,category,top_category,channel,pending_start,received,resolved,pending_end,within_target,"
        + "median_days";

    [Fact]
    public async Task The_audit_trail_tells_of_each_agency_how_many_figures_a_file_changed()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA", "VA");
        const string kept = "SSA,1998-04,,,,10,5,3,12,2,4.5",
            theirs = "VA,1998-04,,,,10,5,3,12,2,4.5";
        await ImportAsync(database, kept, "SSA,1998-05,,,,12,5,3,14,2,4.5", theirs);

        await ImportAsync(
            database,
            kept,
            "SSA,1998-05,,,,12,5,4,13,2,4.5",
            "SSA,1998-06,,,MAIL,1,1,1,1,1,1",
            "SSA,1998-06,,,WEB,1,1,1,1,1,1",
            theirs
        );

        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(
            [
                """{"inserted":2,"updated":0,"unchanged":0}""",
                """{"inserted":1,"updated":0,"unchanged":0}""",
                """{"inserted":2,"updated":1,"unchanged":1}""",
            ],
            await db.AuditEntries.OrderBy(e => e.RecordedAt).Select(e => e.After).ToListAsync()
        );
        // One entry for each agency and month: both channels of June are in one.
        Assert.Equal(5, await db.FeedEntries.CountAsync());
    }

    [Fact]
    public async Task A_category_that_a_row_creates_is_known_to_the_rows_below()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await ImportAsync(
            database,
            "SSA,1998-04,Waits,TIMELINESS,,1,1,1,1,1,1",
            "SSA,1998-05,WAITS,,,1,1,1,1,1,1"
        );

        Assert.Empty(result.Errors);
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal("Waits", (await db.ComplaintCategories.SingleAsync()).Name);
    }

    [Fact]
    public async Task However_many_rows_a_file_has_each_is_stored_once()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        string[] rows =
        [
            .. Enumerable.Range(0, 1001).Select(i => $"SSA,{1900 + i / 12}-{1 + i % 12:00},,,,1,2,1,2,1,3"),
        ];

        var first = await ImportAsync(database, rows);
        var again = await ImportAsync(database, rows);

        Assert.Equal((1001, 1001), (first.Inserted, again.Unchanged));
    }

    [Fact]
    public async Task Names_without_end_stop_the_import()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync("complaint-metrics", $"\"{new string('x', 5_000_000)}");

        Assert.Equal(1, Assert.Single(result.Errors).Line);
        Assert.False(result.Committed);
    }

    private static Task<ImportResult> ImportAsync(TestDatabase database, params string[] rows) =>
        database.ImportAsync("complaint-metrics", $"{Header}\n{string.Join('\n', rows)}");
}
