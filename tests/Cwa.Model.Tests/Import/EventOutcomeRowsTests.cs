using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.EventFile;

namespace Cwa.Model.Tests;

/// <summary>What a row may say about what became of its event.</summary>
public sealed class EventOutcomeRowsTests
{
    [Fact]
    public async Task What_became_of_an_event_is_not_contradicted()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        await ImportAsync(database, Row("Planned"), Row("Held"), Row("Off"));
        await database.DecideAsync(report => report.Accept(Samples.Noon, "npr"));
        await using (var db = database.Contexts.CreateDbContext())
        {
            var events = await db.Events.ToDictionaryAsync(e => e.Title!);
            db.Add(events["Held"].Confirm(new(1998, 4, 22), 40, CountMethod.Counted, Samples.Noon, "pat"));
            db.Add(events["Off"].Postpone("Snow.", new(1998, 4, 28), null, Samples.Noon, "pat"));
            await db.SaveChangesAsync();
        }

        var wrong = await ImportAsync(
            database,
            Row("Planned", status: "HELD", attendance: "5", method: "ESTIMATED", from: "1998-04-20"),
            Row("Held", status: "CANCELLED", attendance: "41", method: "ESTIMATED"),
            Row("Off", day: "1998-04-28", status: "HELD", from: "1998-04-20")
        );
        var right = await ImportAsync(
            database,
            Row("Planned", status: "UNCONFIRMED"),
            Row("Held", status: "HELD", attendance: "40", method: "COUNTED"),
            Row("Off", day: "1998-04-28", status: "POSTPONED", from: "1998-04-21")
        );

        Assert.Equal(
            [
                new(2, "status", Has("PLANNED", "HELD", "confirmEvent, cancelEvent or postponeEvent")),
                new(2, "attendance", Has("none", "5", "confirmEvent")),
                new(2, "count_method", Has("none", "ESTIMATED", "confirmEvent")),
                new(2, "postponed_from", Has("none", "1998-04-20", "postponeEvent")),
                new(3, "status", Has("HELD", "CANCELLED", "confirmEvent, cancelEvent or postponeEvent")),
                new(3, "attendance", Has("40", "41", "confirmEvent")),
                new(3, "count_method", Has("COUNTED", "ESTIMATED", "confirmEvent")),
                new(4, "status", Has("POSTPONED", "HELD", "confirmEvent, cancelEvent or postponeEvent")),
                new(4, "postponed_from", Has("1998-04-21", "1998-04-20", "postponeEvent")),
            ],
            wrong.Errors.Where(error => error.Column != "reason")
        );
        Assert.Empty(right.Errors);
        Assert.Equal((3, true), (right.Unchanged, right.Committed));

        static string Has(string stands, string said, string mutations) =>
            $"The event has {stands} here, not {said}. Leave the value out: "
            + $"only {mutations} can change it, a file cannot.";
    }

    [Fact]
    public async Task A_new_event_has_nothing_become_of_it()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await ImportAsync(
            database,
            Row("One", status: "CANCELLED"),
            Row("Two", status: "PLANNED"),
            Row("Three", status: "UNCONFIRMED")
        );

        Assert.Equal([(2, "status")], Places(result).Distinct());
    }

    [Fact]
    public async Task An_event_that_is_told_otherwise_is_still_the_one_that_was_held()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        await ImportAsync(database, Row("Held"));
        await database.DecideAsync(report => report.Accept(Samples.Noon, "npr"));
        await using (var db = database.Contexts.CreateDbContext())
        {
            db.Add((await db.Events.SingleAsync()).Confirm(new(1998, 4, 22), null, null, Samples.Noon, "pat"));
            await db.SaveChangesAsync();
        }

        var result = await ImportAsync(
            database,
            Row("Held", description: "We listened.", status: "HELD", reason: "What we did.")
        );

        Assert.Empty(result.Errors);
        Assert.Equal((1, true), (result.Updated, result.Committed));
    }
}
