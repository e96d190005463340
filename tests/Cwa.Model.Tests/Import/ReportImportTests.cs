using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>When the rows of a month become its next revision, and when they say what stands.</summary>
public sealed class ReportImportTests
{
    private const string Header =
        "id,agency,month,title,description,starts_on,medium,format,setting,access,topic_scope,place_kind,reason,status";

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
    public async Task A_cancelled_event_stays_as_it_is_and_one_that_is_listed_without_its_status_is_planned_again()
    {
        await using var database = await AcceptedAsync(Row("Off"), Row("Hall"));
        await ChangeAsync(database, "Off", e => e.Cancel("Snow.", Samples.Noon, "pat"));

        var stays = await ImportAsync(
            database,
            Row("Off", status: "CANCELLED"),
            Row("Hall", day: 22, reason: "Later.")
        );
        Assert.Equal((0, 1, 1, true), Counts(stays));
        Assert.Empty(stays.Warnings);
        await database.DecideAsync(report => report.Return(Samples.Noon, "npr", "Where?"));

        var planned = await ImportAsync(database, Row("Off"), Row("Hall", day: 23, reason: "Later."));

        Assert.Equal(
            [new(2, "title", "This event was cancelled. Once NPR accepts the report, it is planned again.")],
            planned.Warnings
        );
        Assert.True(planned.Committed);
    }

    [Fact]
    public async Task Rows_that_leave_no_event_are_no_report()
    {
        await using var database = await AcceptedAsync(Row("Off"), Row("Hall"));
        await ChangeAsync(database, "Off", e => e.Cancel("Snow.", Samples.Noon, "pat"));

        var result = await ImportAsync(database, Row("Off", status: "CANCELLED", reason: "None."));

        Assert.Equal(
            [
                new(
                    2,
                    "",
                    "These rows leave no events for 1998-04. To report that there are none, use submitMonthlyReport."
                ),
            ],
            result.Errors
        );
    }

    [Fact]
    public async Task The_month_as_it_stands_is_no_new_report_whatever_became_of_its_events()
    {
        await using var database = await AcceptedAsync(Row("Off"), Row("Away"), Row("Hall"));
        await ChangeAsync(database, "Off", e => e.Cancel("Snow.", Samples.Noon, "pat"));
        await ChangeAsync(database, "Away", e => e.Postpone("Snow.", new(1998, 4, 28), null, Samples.Noon, "pat"));

        var result = await ImportAsync(
            database,
            Row("Away", day: 28, status: "POSTPONED"),
            Row("Hall"),
            Row("Off", status: "CANCELLED")
        );
        var fewer = await ImportAsync(database, Row("Hall"), Row("Off", status: "CANCELLED"));

        Assert.Equal((0, 0, 3, true), Counts(result));
        Assert.Equal("reason", Assert.Single(fewer.Errors).Column);
    }

    [Fact]
    public async Task One_event_that_is_listed_twice_does_not_stand_for_two()
    {
        await using var database = await AcceptedAsync(Row("Hall"), Row("Fair"));

        var result = await ImportAsync(database, Row("Hall"), Row("Hall"));

        Assert.Equal("reason", Assert.Single(result.Errors).Column);
    }

    [Fact]
    public async Task A_report_that_is_sent_anew_plans_its_events_again()
    {
        await using var database = await AcceptedAsync(Row("Away"), Row("Hall"));
        await ChangeAsync(database, "Away", e => e.Postpone("Snow.", new(1998, 4, 28), null, Samples.Noon, "pat"));

        var result = await ImportAsync(
            database,
            Row("Away", day: 28, status: "POSTPONED"),
            Row("Hall", day: 22, reason: "Later.")
        );

        Assert.Equal(
            [
                new(
                    2,
                    "status",
                    "A new revision plans its events again. Leave POSTPONED out, "
                        + "and give the day that is planned now."
                ),
            ],
            result.Errors
        );
    }

    [Fact]
    public async Task An_event_that_was_put_off_to_another_month_is_left_out_of_the_revision()
    {
        await using var database = await AcceptedAsync(Row("Away"), Row("Hall"));
        await ChangeAsync(database, "Away", e => e.Postpone("Snow.", new(1998, 5, 28), null, Samples.Noon, "pat"));

        var result = await ImportAsync(
            database,
            Row("Away", day: 28, inMonth: 5, status: "POSTPONED"),
            Row("Hall", day: 22, reason: "Later.")
        );

        Assert.Empty(result.Errors);
        Assert.Equal((0, 1, 1, true), Counts(result));
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(1, (await db.MonthlyReports.OrderBy(r => r.Revision).LastAsync()).EventCount);
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

    private static (long, long, long, bool) Counts(ImportResult result) =>
        (result.Inserted, result.Updated, result.Unchanged, result.Committed);

    private static string Row(
        string title,
        int day = 21,
        int inMonth = 4,
        string reason = "",
        string status = "",
        string id = ""
    ) =>
        $"{id},SSA,1998-04,{title},We listen.,1998-{inMonth:D2}-{day:D2},TELEPHONE,HOTLINE,INFORMAL,OPEN_TO_PUBLIC,"
        + $"OPEN_TOPIC,VIRTUAL,{reason},{status}";

    private static Task<ImportResult> ImportAsync(TestDatabase database, params string[] rows) =>
        database.ImportAsync("events", $"{Header}\n{string.Join('\n', rows)}");

    private static async Task<TestDatabase> AcceptedAsync(params string[] rows)
    {
        var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        await ImportAsync(database, rows);
        await using var db = database.Contexts.CreateDbContext();
        await using var transaction = await db.BeginWriteAsync(default);
        var agency = await db.Agencies.SingleAsync();
        var chain = await ReportChain.LoadAsync(db, agency.Id, Samples.April, default);
        await chain.AcceptAsync(chain.Latest!, Samples.Noon, "npr", default);
        await db.SaveChangesAsync();
        await transaction.CommitAsync(default);
        return database;
    }

    private static async Task ChangeAsync(TestDatabase database, string title, Func<Event, EventOutcome> change)
    {
        await using var db = database.Contexts.CreateDbContext();
        db.Add(change(await db.Events.SingleAsync(e => e.Title == title)));
        await db.SaveChangesAsync();
    }
}
