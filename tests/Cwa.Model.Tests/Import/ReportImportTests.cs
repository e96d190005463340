using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.ReportFile;

namespace Cwa.Model.Tests;

/// <summary>When the rows of a month become its next revision, and when they say what stands.</summary>
public sealed class ReportImportTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_returned_or_recalled_report_is_sent_again_as_it_was_where_a_reason_says_so(bool isRecalled)
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        await ImportAsync(database, Row("Hall"), Row("Fair"));
        await database.DecideAsync(report =>
        {
            if (isRecalled)
                report.Recall(Samples.Noon, "pat");
            else
                report.Return(Samples.Noon, "npr", "Where?");
        });

        var silent = await ImportAsync(database, Row("Hall"), Row("Fair"));
        await using (var db = database.Contexts.CreateDbContext())
            Assert.Equal(1, await db.MonthlyReports.CountAsync());
        var meant = await ImportAsync(database, Row("Hall", reason: "It is on line."), Row("Fair"));

        Assert.Equal((0, 0, 2, true), Counts(silent));
        Assert.Equal((0, 0, 2, true), Counts(meant));
        await using var after = database.Contexts.CreateDbContext();
        Assert.Equal([1, 2], (await after.MonthlyReports.ToListAsync()).Select(r => r.Revision!.Value).Order());
    }

    [Fact]
    public async Task A_late_report_is_warned_about_once()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var late = await ImportAsync(database, Row("Hall"), Row("Fair"));
        var amended = await ImportAsync(database, Row("Hall"), Row("Forum"));

        Assert.Equal(
            new ImportWarning(2, "month", "This report is late: it was due on 1998-03-31."),
            Assert.Single(late.Warnings)
        );
        Assert.DoesNotContain(amended.Warnings, warning => warning.Reason.Contains("late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_audit_trail_and_the_feed_tell_the_report()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        await ImportAsync(database, Row("Hall", reason: "Late."), Row("Fair"));

        await using var db = database.Contexts.CreateDbContext();
        var report = await db.MonthlyReports.SingleAsync();
        var entry = await db.AuditEntries.SingleAsync();
        Assert.Equal(
            ("importEvents", "MonthlyReport", report.Id, report.AgencyId, null),
            (entry.Action, entry.SubjectKind, entry.SubjectId, entry.AgencyId, entry.Before)
        );
        Assert.Equal("""{"month":"1998-04","revision":1,"eventCount":2,"reason":"Late."}""", entry.After);
        Assert.Equal(
            (FeedKind.MonthlyReportSubmitted, report.Id),
            ((await db.FeedEntries.SingleAsync()).Kind, (await db.FeedEntries.SingleAsync()).SubjectId)
        );
    }

    [Fact]
    public async Task One_event_that_is_listed_twice_does_not_stand_for_two()
    {
        await using var database = await AcceptedAsync(Row("Hall"), Row("Fair"));

        var result = await ImportAsync(database, Row("Hall"), Row("Hall"));

        Assert.Equal("reason", Assert.Single(result.Errors).Column);
    }

    [Fact]
    public async Task Of_a_report_that_is_not_whole_the_days_are_judged_that_say_nothing_of_an_outcome()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await ImportAsync(
            database,
            Row("Hall", inMonth: 5),
            Row("Held", inMonth: 5, status: "HELD"),
            Row("Wrong").Replace("TELEPHONE", "SMOKE", StringComparison.Ordinal)
        );

        Assert.Equal([(2, "starts_on"), (4, "medium")], result.Errors.Select(error => ((int)error.Line, error.Column)));
    }

    [Fact]
    public async Task What_cannot_be_of_the_month_is_not_asked_what_became_of_it()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var outside = await ImportAsync(database, Row("Hall", inMonth: 5), Row("Fair", id: $"{Guid.NewGuid()}"));
        var within = await ImportAsync(database, Row("Hall"), Row("Fair", id: $"{Guid.NewGuid()}"));

        Assert.Equal((2, "starts_on"), (Assert.Single(outside.Errors).Line, outside.Errors[0].Column));
        Assert.Equal((3, "id"), (Assert.Single(within.Errors).Line, within.Errors[0].Column));
    }

    [Fact]
    public async Task New_events_changed_ones_and_those_told_as_before_are_counted_apart()
    {
        await using var database = await AcceptedAsync(Row("Hall"), Row("Fair"), Row("Day"));

        var result = await ImportAsync(
            database,
            Row("Hall", reason: "More."),
            Row("Fair", day: 22),
            Row("Day", day: 23),
            Row("New"),
            Row("Other"),
            Row("Third")
        );

        Assert.Equal((3, 2, 1, true), Counts(result));
    }
}
