using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.EventFile;

namespace Cwa.Model.Tests;

/// <summary>What rows do to the events of a report that NPR has accepted.</summary>
public sealed class AmendingRowsTests
{
    [Fact]
    public async Task An_amendment_keeps_what_has_no_column_and_withdraws_what_has_an_empty_cell()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA", "HCFA");
        await ImportAsync(database, Row(ends: "1998-04-22", coHosts: "HCFA"));
        await database.DecideAsync(report => report.Accept(Samples.Noon, "npr"));

        var result = await database.ImportAsync(
            "events",
            """
            agency,month,title,description,starts_on,medium,city,reason
            SSA,1998-04,Hall,We listen to everybody.,1998-04-21,WRITTEN,,Letters will do.
            """
        );

        Assert.Empty(result.Errors);
        await using var db = database.Contexts.CreateDbContext();
        var amended = await db.EventRevisions.SingleAsync(r => r.Report.Revision == 2);
        Assert.Equal(
            (Medium.Written, EventFormat.TownHall, StateCode.CA, null, 200, 22, 1),
            (
                amended.Facts.Medium,
                amended.Facts.Format,
                amended.Facts.State,
                amended.Facts.City,
                amended.Facts.ExpectedReach,
                amended.Facts.EndsOn.Day,
                amended.CoHostIds.Count
            )
        );
    }

    [Fact]
    public async Task What_was_said_after_the_report_is_unchanged_when_it_is_imported_again()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        const string brief =
            "agency,month,description,starts_on,medium\nSSA,1998-04,We listen to customers.,1998-04-21,";
        await database.ImportAsync("events", brief);
        await database.DecideAsync(report => report.Accept(Samples.Noon, "npr"));
        await using (var db = database.Contexts.CreateDbContext())
        {
            var planned = await db.Events.Include(e => e.Report).SingleAsync();
            var said = new EventFacts(
                null,
                planned.Description,
                planned.StartsOn,
                planned.EndsOn,
                Medium.Written,
                null,
                null,
                null,
                null,
                [],
                null
            );
            db.Add(planned.Complete(said, Samples.Noon, "pat"));
            await db.SaveChangesAsync();
        }

        var again = await database.ImportAsync("events", brief + "WRITTEN");
        var without = await database.ImportAsync(
            "events",
            brief[..brief.LastIndexOf(',')].Replace(",medium", "", StringComparison.Ordinal)
        );

        Assert.Equal((1, 0, 1, 0), (again.Unchanged, again.Updated, without.Unchanged, without.Updated));
    }

    [Fact]
    public async Task An_id_is_one_that_an_export_wrote()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");
        await ImportAsync(database, Row());
        await database.DecideAsync(report => report.Accept(Samples.Noon, "npr"));
        await using var db = database.Contexts.CreateDbContext();
        var id = await db.Events.Select(e => e.Id).SingleAsync();

        var none = await ImportAsync(database, Row(id: "7", reason: "Renamed."));
        var unknown = await ImportAsync(database, Row(id: $"{Guid.NewGuid()}", reason: "Renamed."));
        var renamed = await ImportAsync(database, Row(id: $"{id}", title: "Fair", reason: "Renamed."));

        Assert.Equal(
            [new(2, "id", "'7' is not an event's id. Take it from an export or from the API, or leave it out.")],
            none.Errors
        );
        Assert.Equal([(2, "id")], Places(unknown));
        Assert.Equal((0, 1), (renamed.Inserted, renamed.Updated));
    }
}
