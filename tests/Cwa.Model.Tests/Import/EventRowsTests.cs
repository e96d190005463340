using Cwa.Tests;
using Microsoft.EntityFrameworkCore;
using static Cwa.Model.Tests.EventFile;

namespace Cwa.Model.Tests;

/// <summary>What a row of events may say, column by column.</summary>
public sealed class EventRowsTests
{
    [Fact]
    public async Task Of_an_agency_that_is_not_the_callers_only_the_texts_are_judged()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite);

        var result = await ImportAsync(
            database,
            Row(agency: "NONE", day: "never", medium: "SMOKE"),
            Row(agency: "NOBODY", title: "", description: new('x', 501), city: new('x', 101)),
            Row(agency: "NEVER", reason: new('x', 1001), languages: new('x', 36)),
            Row(agency: "NOTHING", languages: string.Join(';', Enumerable.Repeat("en", 21)))
        );

        Assert.Equal(
            [
                (2, "agency"),
                (3, "agency"),
                (3, "description"),
                (3, "city"),
                (4, "agency"),
                (4, "reason"),
                (4, "languages"),
                (5, "agency"),
                (5, "languages"),
            ],
            Places(result)
        );
    }

    [Fact]
    public async Task A_file_needs_no_more_than_agencies_months_days_and_descriptions()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await database.ImportAsync(
            "events",
            """
            agency,month,description,starts_on
            SSA,1998-12,We listen to customers.,1998-12-21
            """
        );

        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
        await using var db = database.Contexts.CreateDbContext();
        var imported = await db.Events.SingleAsync();
        Assert.Equal(
            (null, null, null, null, imported.StartsOn),
            (imported.Title, imported.Medium, imported.Access, imported.PlaceKind, imported.EndsOn)
        );
    }

    [Fact]
    public async Task Texts_at_their_longest_are_taken()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await ImportAsync(
            database,
            Row(
                title: new('t', 200),
                description: new('d', 500),
                city: new('c', 100),
                reason: new('r', 1000),
                languages: string.Join(';', Enumerable.Repeat("en", 20))
            )
        );

        Assert.Empty(result.Errors);
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(1000, (await db.MonthlyReports.SingleAsync()).Reason!.Length);
    }

    [Fact]
    public async Task A_month_that_cannot_be_read_leaves_the_rest_of_the_row_to_be_judged()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await ImportAsync(database, Row(month: "April", medium: "SMOKE"), Row(month: ""));

        Assert.Equal([(2, "month"), (2, "medium"), (3, "month")], Places(result));
    }

    [Fact]
    public async Task A_day_out_of_its_month_is_told_whether_or_not_something_else_is_wrong()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await ImportAsync(
            database,
            Row(day: "1998-05-01"),
            Row(day: "1998-03-31", medium: "SMOKE"),
            Row(title: "Other", day: "1998-04-30"),
            Row(title: "Third", day: "", ends: "1998-03-01")
        );

        Assert.Equal([(2, "starts_on"), (3, "medium"), (3, "starts_on"), (5, "starts_on")], Places(result));
    }

    [Fact]
    public async Task Whoever_holds_an_event_is_an_agency_and_named_once()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA", "VA", "IRS");

        var result = await ImportAsync(
            database,
            Row(coHosts: "ssa; VA ;IRS;va"),
            Row(title: "Other", coHosts: "NONE;VA;SMITHSONIAN")
        );
        var taken = await ImportAsync(database, Row(coHosts: "ssa; VA ;IRS;va"));

        Assert.Equal(
            [new(3, "co_hosts", "There is no agency NONE."), new(3, "co_hosts", "There is no agency SMITHSONIAN.")],
            result.Errors
        );
        Assert.True(taken.Committed);
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(2, (await db.EventRevisions.SingleAsync()).CoHostIds.Count);
    }

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public async Task An_event_has_nineteen_hosts_at_most_beside_the_agency_that_reports_it(int hosts, bool taken)
    {
        var abbreviations = Enumerable.Range(1, hosts).Select(i => $"H{i}").ToArray();
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, ["SSA", .. abbreviations]);

        var result = await ImportAsync(database, Row(coHosts: $"SSA;{string.Join(';', abbreviations)}"));

        Assert.Equal(taken ? [] : [(2, "co_hosts")], Places(result));
    }

    [Fact]
    public async Task The_rows_of_a_report_give_one_reason()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var differ = await ImportAsync(
            database,
            Row(),
            Row(title: "Fair", reason: "One."),
            Row(title: "Day", reason: "Other."),
            Row(title: "Last", reason: "One.")
        );
        var one = await ImportAsync(database, Row(), Row(title: "Fair", reason: "One."), Row(title: "Day"));

        Assert.Equal([new(4, "reason", "The rows of SSA for 1998-04 give different reasons.")], differ.Errors);
        Assert.True(one.Committed);
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal("One.", (await db.MonthlyReports.SingleAsync()).Reason);
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_told_once()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA");

        var result = await ImportAsync(database, Row(day: new('9', 10_001), ends: "1998-04-21"));

        Assert.Equal([(2, "starts_on")], Places(result));
    }
}
