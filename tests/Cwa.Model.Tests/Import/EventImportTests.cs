using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class EventImportTests
{
    private const string Header =
        "agency,month,title,description,starts_on,ends_on,medium,format,setting,access,topic_scope,languages,"
        + "place_kind,state,city,co_hosts,expected_reach,reason";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Rows_of_one_agency_and_month_become_one_submitted_report(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider, "SSA", "IRS", "HCFA");

        var result = await database.ImportAsync(
            "events",
            $"{Header}\n{Hall("SSA", "Fresno")}\n{Hall("IRS", "Reno")}\n{Hall("SSA", "Provo")}"
        );

        Assert.Empty(result.Errors);
        Assert.Equal((3, 3), (result.Rows, result.Inserted));
        await using var db = database.Contexts.CreateDbContext();
        var reports = await db.MonthlyReports.Include(r => r.Agency).OrderBy(r => r.EventCount).ToListAsync();
        Assert.Equal(
            [("IRS", 1), ("SSA", 2)],
            reports.Select(report => (report.Agency.Abbreviation, report.EventCount))
        );
        Assert.All(
            reports,
            report =>
                Assert.Equal(
                    (MonthlyReportStatus.Submitted, 1, "pat", new DateOnly(1998, 11, 16)),
                    (report.Status, report.Revision, report.SubmittedBy, Washington.DateOf(report.SubmittedAt!.Value))
                )
        );
        var fresno = await db.Events.Include(e => e.Hosts).SingleAsync(e => e.Title == "Fresno");
        Assert.Equal(
            (StateCode.CA, 200, EventStatus.Planned, false),
            (fresno.State, fresno.ExpectedReach, fresno.Status, fresno.IsPublic)
        );
        Assert.Equal(["en", "es"], fresno.Languages);
        Assert.Equal(2, fresno.Hosts.Count);
        Assert.Equal(3, await db.EventRevisions.CountAsync());
        Assert.Equal(
            [FeedKind.MonthlyReportSubmitted, FeedKind.MonthlyReportSubmitted],
            await db.FeedEntries.Select(e => e.Kind).ToListAsync()
        );
        Assert.Equal(2, await db.AuditEntries.CountAsync());
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Amending_an_accepted_report_keeps_the_ids_and_waits_for_its_acceptance(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider, "SSA", "HCFA");
        await database.ImportAsync("events", $"{Header}\n{Hall("SSA", "Fresno")}\n{Hall("SSA", "Provo")}");
        await DecideAsync(database, report => report.Accept(Samples.Noon, "npr"));

        var same = await database.ImportAsync("events", $"{Header}\n{Hall("SSA", "Provo")}\n{Hall("SSA", "Fresno")}");
        var reasonless = await database.ImportAsync("events", $"{Header}\n{Hall("SSA", "Fresno", day: "1998-04-22")}");
        var amended = await database.ImportAsync(
            "events",
            $"{Header}\n{Hall("SSA", "Fresno", day: "1998-04-22", reason: "A larger hall")}\n{Hall("SSA", "Reno")}"
        );

        Assert.Equal((2, true), (same.Unchanged, same.Committed));
        Assert.Equal((2, "reason"), (Assert.Single(reasonless.Errors).Line, reasonless.Errors[0].Column));
        Assert.Equal((1, 1), (amended.Inserted, amended.Updated));
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(
            [(1, MonthlyReportStatus.Accepted, null), (2, MonthlyReportStatus.Submitted, "A larger hall")],
            (await db.MonthlyReports.OrderBy(r => r.Revision).ToListAsync()).Select(r =>
                (r.Revision!.Value, r.Status, r.Reason)
            )
        );
        var fresno = await db.Events.SingleAsync(e => e.Title == "Fresno");
        Assert.Equal(new DateOnly(1998, 4, 21), fresno.StartsOn);
        Assert.Equal(
            [new DateOnly(1998, 4, 21), new(1998, 4, 22)],
            (await db.EventRevisions.Where(r => r.EventId == fresno.Id).ToListAsync())
                .Select(r => r.Facts.StartsOn)
                .Order()
        );
        Assert.Equal(3, await db.Events.CountAsync());
    }

    [Fact]
    public async Task A_report_waiting_for_a_decision_is_not_replaced()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA", "HCFA");
        await database.ImportAsync("events", $"{Header}\n{Hall("SSA", "Fresno")}");

        var result = await database.ImportAsync("events", $"{Header}\n{Hall("SSA", "Reno")}");

        Assert.Equal(
            new ImportError(
                2,
                "month",
                "Revision 1 of the report for 1998-04 waits for NPR's decision. "
                    + "Send the next revision once NPR has decided."
            ),
            Assert.Single(result.Errors)
        );
    }

    [Fact]
    public async Task A_returned_report_is_submitted_again_with_its_events()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA", "HCFA");
        await database.ImportAsync("events", $"{Header}\n{Hall("SSA", "Fresno")}");
        await DecideAsync(database, report => report.Return(Samples.Noon, "npr", "Which hall?"));

        var result = await database.ImportAsync("events", $"{Header}\n{Hall("SSA", "Fresno", day: "1998-04-22")}");

        Assert.Equal(1, result.Updated);
        await using var db = database.Contexts.CreateDbContext();
        var fresno = await db.Events.Include(e => e.Report).SingleAsync();
        Assert.Equal((new DateOnly(1998, 4, 22), 2), (fresno.StartsOn, fresno.Report.Revision));
    }

    [Fact]
    public async Task Invalid_cells_are_refused()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync(
            "events",
            $"""
            {Header}
            SSA,1998-04,A,B,1998-05-01,1998-04-01,FACE_TO_FACE,TOWN_HALL,FORMAL,OPEN_TO_PUBLIC,OPEN_TOPIC,,PLACE,,,,,
            SSA,1998-04,A,,,,SMOKE,,FORMAL,OPEN_TO_PUBLIC,OPEN_TOPIC,,VIRTUAL,CA,Fresno,NONE,-1,
            """
        );

        Assert.Equal(
            [
                (2, "ends_on"),
                (2, "state"),
                (2, "starts_on"),
                (3, "description"),
                (3, "starts_on"),
                (3, "medium"),
                (3, "expected_reach"),
                (3, "state"),
                (3, "city"),
                (3, "co_hosts"),
            ],
            result.Errors.Select(error => ((int)error.Line, error.Column))
        );
    }

    [Fact]
    public async Task A_report_has_at_most_five_hundred_events()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA", "HCFA");

        var result = await database.ImportAsync(
            "events",
            $"{Header}\n{string.Join('\n', Enumerable.Repeat(Hall("SSA", "Fresno"), 501))}"
        );

        Assert.Equal(502, Assert.Single(result.Errors).Line);
    }

    [Fact]
    public async Task Reports_are_written_while_a_long_file_is_read()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA", "HCFA");
        var months = new ReportMonth(1990, 1).Through(new(2006, 8)).Select(month => month.ToString()).ToList();
        var rows = months.SelectMany(month =>
            Enumerable.Repeat(Hall("SSA", "Fresno", month: month, day: $"{month}-21"), 50)
        );

        var result = await database.ImportAsync("events", $"{Header}\n{string.Join('\n', rows)}");
        var apart = await database.ImportAsync(
            "events",
            $"{Header}\n{string.Join('\n', rows)}\n{Hall("SSA", "Provo", "1990-01", "1990-01-21")}"
        );

        Assert.Equal((10_000, true), (result.Inserted, result.Committed));
        Assert.Contains(
            "those before this one end on line 51.",
            Assert.Single(apart.Errors).Reason,
            StringComparison.Ordinal
        );
    }

    private static string Hall(
        string agency,
        string title,
        string month = "1998-04",
        string day = "1998-04-21",
        string reason = ""
    ) =>
        $"{agency},{month},{title},We "
        + $"listen.,{day},,face_to_face,TOWN_HALL,INFORMAL,OPEN_TO_PUBLIC,OPEN_TOPIC,en;es,PLACE,CA,Fresno,HCFA,"
        + $"200,{reason}";

    private static async Task DecideAsync(TestDatabase database, Action<MonthlyReport> decide)
    {
        await using var db = database.Contexts.CreateDbContext();
        decide(await db.MonthlyReports.SingleAsync());
        await db.SaveChangesAsync();
    }
}
