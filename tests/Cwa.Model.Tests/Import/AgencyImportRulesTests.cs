using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>What a file of agencies may say, row by row.</summary>
public sealed class AgencyImportRulesTests
{
    private const string Header = "abbreviation,name,kind,parent_abbreviation,directive,basis,high_impact,active_to";

    [Fact]
    public async Task A_new_abbreviation_has_its_shape_and_stands_in_the_file_once()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite);

        var result = await ImportAsync(database, Row("A B"), Row("SSA"), Row("ssa"), Row("VA"));

        Assert.Equal(
            [new(2, "abbreviation", AgencyAbbreviation.Expected), new(4, "abbreviation", "ssa is in the file twice.")],
            result.Errors
        );
    }

    [Fact]
    public async Task An_agency_ends_after_its_own_first_day()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await database.Contexts.SaveAsync(Samples.Agency(abbreviation: "NEW", began: new(1998, 7, 1)));

        var refused = await ImportAsync(database, Row("NEW", ends: "1998-07-01"), Row("OLD", ends: "1998-03-03"));
        var taken = await ImportAsync(database, Row("NEW", ends: "1998-07-02"), Row("OLD", ends: "1998-03-04"));

        Assert.Equal(
            [
                new(2, "active_to", "1998-07-01 is not after 1998-07-01, when the agency begins."),
                new(3, "active_to", "1998-03-03 is not after 1998-03-03, when the agency begins."),
            ],
            refused.Errors
        );
        Assert.Equal((1, 1), (taken.Inserted, taken.Updated));
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(
            [(new DateOnly(1998, 7, 1), new DateOnly(1998, 7, 2)), (new(1998, 3, 3), new(1998, 3, 4))],
            (await db.Agencies.OrderBy(a => a.Abbreviation).ToListAsync()).Select(a =>
                (a.ActiveFrom, a.ActiveTo!.Value)
            )
        );
    }

    [Fact]
    public async Task A_parent_whose_own_row_is_wrong_is_told_there_alone()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite);

        var result = await ImportAsync(
            database,
            Row("SSA").Replace("directed", "told", StringComparison.Ordinal),
            Row("OHA", "ssa")
        );

        Assert.Equal((2, "directive"), (Assert.Single(result.Errors).Line, result.Errors[0].Column));
    }

    [Fact]
    public async Task A_component_that_the_file_does_not_name_moves_with_its_agency()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "TOP");
        await ImportAsync(database, Row("MID"), Row("LOW", "MID"));

        var moved = await ImportAsync(database, Row("MID", "TOP"));

        Assert.Equal((0, 1, 0), (moved.Inserted, moved.Updated, moved.Unchanged));
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(
            [("LOW", 3), ("MID", 2), ("TOP", 1)],
            (await db.Agencies.OrderBy(a => a.Abbreviation).ToListAsync()).Select(a => (a.Abbreviation, a.Depth))
        );
    }

    [Fact]
    public async Task A_caller_writes_for_its_own_agencies_alone()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "SSA", "VA");

        var result = await database.ImportAsync(
            "agencies",
            $"{Header}\n{Row("SSA")}\n{Row("VA")}\n{Row("NEW")}",
            options => options with { MayWrite = agency => agency.Abbreviation == "SSA" }
        );

        Assert.Equal(
            [
                new(3, "abbreviation", "There is no agency VA for which you may write."),
                new(4, "abbreviation", "There is no agency NEW for which you may write."),
            ],
            result.Errors
        );
    }

    [Fact]
    public async Task The_audit_trail_tells_each_agency_that_is_new_or_changed_and_the_feed_the_file()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite);
        await ImportAsync(database, Row("SSA"), Row("OHA", "SSA"));

        var changed = await ImportAsync(database, Row("SSA"), Row("OHA", ends: "1998-12-31"));

        Assert.Equal((0, 1, 1), (changed.Inserted, changed.Updated, changed.Unchanged));
        await using var db = database.Contexts.CreateDbContext();
        var entry = await db.AuditEntries.OrderByDescending(e => e.RecordedAt).FirstAsync();
        Assert.Equal(("importAgencies", "Agency", "pat"), (entry.Action, entry.SubjectKind, entry.Actor));
        Assert.Contains("\"parent\":\"SSA\"", entry.Before, StringComparison.Ordinal);
        Assert.Contains("\"parent\":null", entry.After, StringComparison.Ordinal);
        Assert.Contains("\"activeTo\":\"1998-12-31\"", entry.After, StringComparison.Ordinal);
        Assert.Equal((3, 2), (await db.AuditEntries.CountAsync(), await db.FeedEntries.CountAsync()));
        var oha = await db.Agencies.SingleAsync(a => a.Abbreviation == "OHA");
        Assert.Equal(oha.Id, (await db.FeedEntries.OrderBy(e => e.Sequence).LastAsync()).SubjectId);
    }

    private static string Row(string abbreviation, string parent = "", string ends = "") =>
        $"{abbreviation},Name,bureau,{parent},directed,Basis,false,{ends}";

    private static Task<ImportResult> ImportAsync(TestDatabase database, params string[] rows) =>
        database.ImportAsync("agencies", $"{Header}\n{string.Join('\n', rows)}");
}
