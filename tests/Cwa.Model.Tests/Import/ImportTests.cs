using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class ImportTests
{
    private const string Header = "agency,month,pending_start,received,resolved,pending_end,median_days";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Every_bad_row_is_reported_and_nothing_is_written(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider, "SSA");

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"""
            {Header}
            SSA,1998-04,10,5,3,12,4.5
            XYZ,1998-04,10,5,3,12,4.5
            SSA,1998-13,10,5,3,12,4.5
            SSA,1998-05,10,5,3,13,4.5
            SSA,1998-06,"1,00",-5,3,12,NaN
            SSA,1998-07,1,1,1,1
            SSA,1998-04,10,5,3,12,4.5
            SSA,1998-08,1,1,1,1,1
            """
        );

        Assert.Equal(
            [
                (3, "agency", "There is no agency XYZ."),
                (4, "month", "'1998-13' is not a month such as 1998-04."),
                (
                    5,
                    "pending_end",
                    "Pending at the end must be pending at the start + received − resolved, which is 12."
                ),
                (6, "pending_start", "'1,00' is not a whole number from 0 to 1000000000000 such as 12 or 1,200."),
                (6, "received", "'-5' is not a whole number from 0 to 1000000000000 such as 12 or 1,200."),
                (6, "median_days", "'NaN' is not a number from 0 to 1000000000000 such as 12.5."),
                (7, "", "The row has 6 fields, but the header has 7."),
                (8, "", "Line 2 has figures for the same agency, period, category and channel."),
            ],
            result.Errors.Select(error => ((int)error.Line, error.Column, error.Reason))
        );
        Assert.Equal((8, 8, false), (result.Rows, result.ErrorCount, result.Committed));
        await using var db = database.Contexts.CreateDbContext();
        Assert.False(await db.ComplaintMetrics.AnyAsync());
        Assert.False(await db.FeedEntries.AnyAsync());
        Assert.False(await db.AuditEntries.AnyAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_bad_row_after_many_good_ones_undoes_them(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider, "SSA");
        var rows = Enumerable.Range(0, 2500).Select(i => $"SSA,{1 + i / 12:0000}-{1 + i % 12:00},1,2,1,2,3");

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"{Header}\n{string.Join('\n', rows)}\nSSA,never,1,2,1,2,3"
        );

        Assert.Equal(2502, Assert.Single(result.Errors).Line);
        await using var db = database.Contexts.CreateDbContext();
        Assert.False(await db.ComplaintMetrics.AnyAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_dry_run_says_what_would_happen_and_writes_nothing(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider, "SSA");

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"{Header}\nSSA,1998-04,10,5,3,12,4.5",
            options => options with { DryRun = true }
        );

        Assert.Equal((1, 1, 0, false), (result.Rows, result.Inserted, result.ErrorCount, result.Committed));
        await using var db = database.Contexts.CreateDbContext();
        Assert.False(await db.ComplaintMetrics.AnyAsync());
        Assert.False(await db.FeedEntries.AnyAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task An_agency_that_the_caller_may_not_act_for_is_reported_as_unknown(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider, "SSA", "IRS");

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"{Header}\nSSA,1998-04,1,1,1,1,1\nIRS,1998-04,1,1,1,1,1",
            options => options with { MayWrite = agency => agency.Abbreviation == "SSA" }
        );

        Assert.Equal(
            new ImportError(3, "agency", "There is no agency IRS for which you may write."),
            Assert.Single(result.Errors) with
            {
                Question = null,
            }
        );
    }

    [Fact]
    public async Task A_fault_of_a_value_is_reported_once()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var figures = await database.ImportAsync(
            "complaint-metrics",
            $"{Header},category,top_category\nSSA,1998-04,10,5,3,12,4.5,{new string('x', 101)},OTHER"
        );
        var events = await database.ImportAsync(
            "events",
            "agency,month,title,description,starts_on,medium,format,setting,access,topic_scope,place_kind,co_hosts\n"
                + "SSA,1998-04,Hall,Talk,1998-04-21,TELEPHONE,HOTLINE,FORMAL,OPEN_TO_PUBLIC,OPEN_TOPIC,VIRTUAL,"
                + new string('X', 17)
        );

        Assert.Equal("category", Assert.Single(figures.Errors).Column);
        Assert.Equal("co_hosts", Assert.Single(events.Errors).Column);
    }

    [Fact]
    public async Task A_thousand_errors_are_listed_and_all_are_counted()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync(
            "complaint-metrics",
            $"{Header}\n{string.Join('\n', Enumerable.Repeat("SSA,1998-13,1,1,1,1,1", 1500))}"
        );

        Assert.Equal((1500, 1000), (result.ErrorCount, result.Errors.Count));
    }
}
