using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.ReportFile;

namespace Cwa.Model.Tests;

/// <summary>A month is imported again after events of it were cancelled or postponed.</summary>
public sealed class CalledOffEventsTests
{
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

    private static async Task ChangeAsync(TestDatabase database, string title, Func<Event, EventOutcome> change)
    {
        await using var db = database.Contexts.CreateDbContext();
        db.Add(change(await db.Events.SingleAsync(e => e.Title == title)));
        await db.SaveChangesAsync();
    }
}
