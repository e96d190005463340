using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class AgencyImportTests
{
    private const string Header = "abbreviation,name,kind,parent_abbreviation,directive,basis,high_impact,active_to";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Loading_again_keeps_ids_and_says_what_changed(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider);
        await database.ImportAsync(
            "agencies",
            $"""
            {Header}
            NWS,National Weather Service,bureau,NOAA,directed,Component,true,
            NOAA,Oceans and Atmosphere,bureau,DOC,directed,Component,false,
            DOC,Commerce,executive_department,,directed,Department,false,
            """
        );
        var before = await AgenciesAsync(database);

        var again = await database.ImportAsync(
            "agencies",
            $"""
            {Header}
            NWS,Weather Service,bureau,DOC,directed,Component,true,1998-12-31
            DOC,Commerce,executive_department,,directed,Department,false,
            EPA,Environmental Protection Agency,independent_agency,,requested,Independent,true,
            """
        );

        Assert.Equal((1, 1, 1, true), (again.Inserted, again.Updated, again.Unchanged, again.Committed));
        var after = await AgenciesAsync(database);
        Assert.All(before.Values, agency => Assert.Equal(agency.Id, after[agency.Abbreviation].Id));
        Assert.Equal(3, before["NWS"].Depth);
        Assert.Equal(
            ("Weather Service", after["DOC"].Id, 2),
            (after["NWS"].Name, after["NWS"].ParentId, after["NWS"].Depth)
        );
        Assert.Equal(new DateOnly(1998, 12, 31), after["NWS"].ActiveTo);
        Assert.Equal(DirectiveStanding.Requested, after["EPA"].Directive);
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task The_reference_data_are_themselves_a_file_to_import(string provider)
    {
        await using var database = await ImportDatabase.CreateAsync(provider);
        await using var file = typeof(Agency).Assembly.GetManifestResourceStream(
            "Cwa.Model.Agencies.agencies-1998.csv"
        )!;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);

        var first = await database.ImportAsync("agencies", bytes.ToArray());
        var second = await database.ImportAsync("agencies", bytes.ToArray());

        Assert.Empty(first.Errors);
        Assert.Equal((163, 163, 163), (first.Rows, first.Inserted, second.Unchanged));
        await using var db = database.Contexts.CreateDbContext();
        Assert.Equal(163, await db.AuditEntries.CountAsync());
        Assert.Equal(FeedKind.AgenciesImported, (await db.FeedEntries.SingleAsync()).Kind);
    }

    [Fact]
    public async Task Loops_unknown_parents_and_a_fourth_level_are_refused()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "TOP");

        var result = await database.ImportAsync(
            "agencies",
            $"""
            {Header}
            A,Above B,bureau,B,directed,Basis,false,
            B,Above A,bureau,A,directed,Basis,false,
            C,Below the loop,bureau,B,directed,Basis,false,
            D,An orphan,bureau,NONE,directed,Basis,false,
            L2,Second,bureau,TOP,directed,Basis,false,
            L3,Third,bureau,L2,directed,Basis,false,
            L4,Fourth,bureau,L3,directed,Basis,false,
            """
        );

        Assert.Equal(
            [
                new(2, "parent_abbreviation", "A would be above itself."),
                new(3, "parent_abbreviation", "B would be above itself."),
                new(5, "parent_abbreviation", "There is no agency NONE, neither in the file nor stored."),
                new(8, "parent_abbreviation", "L4 would be on level 4; there are only 3."),
            ],
            result.Errors
        );
    }

    [Fact]
    public async Task Every_agency_below_the_third_level_is_reported_however_long_the_chain_of_parents()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite);
        var chain = Enumerable
            .Range(1, 5000)
            .Select(i => $"L{i},Level {i},bureau,{(i == 1 ? "" : $"L{i - 1}")},directed,Basis,false,");

        var result = await database.ImportAsync("agencies", $"{Header}\n{string.Join('\n', chain)}");

        Assert.Equal(4997, result.ErrorCount);
        Assert.Equal("L4 would be on level 4; there are only 3.", result.Errors[0].Reason);
    }

    [Fact]
    public async Task A_move_that_pushes_stored_agencies_too_deep_is_refused_where_it_is_made()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite, "TOP");
        await database.ImportAsync(
            "agencies",
            $"""
            {Header}
            L1,First,executive_department,,directed,Basis,false,
            L2,Second,bureau,L1,directed,Basis,false,
            L3,Third,bureau,L2,directed,Basis,false,
            """
        );

        var result = await database.ImportAsync("agencies", $"{Header}\nL1,First,bureau,TOP,directed,Basis,false,");

        Assert.Equal(
            new ImportError(2, "parent_abbreviation", "L3 would be on level 4; there are only 3."),
            Assert.Single(result.Errors)
        );
    }

    [Fact]
    public async Task Two_agencies_can_change_places()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite);
        await database.ImportAsync(
            "agencies",
            $"{Header}\nA,A,bureau,,directed,Basis,false,\nB,B,bureau,A,directed,Basis,false,"
        );

        var result = await database.ImportAsync(
            "agencies",
            $"{Header}\nA,A,bureau,B,directed,Basis,false,\nB,B,bureau,,directed,Basis,false,"
        );

        Assert.Equal(2, result.Updated);
        var agencies = await AgenciesAsync(database);
        Assert.Equal((2, 1), (agencies["A"].Depth, agencies["B"].Depth));
    }

    [Fact]
    public async Task Invalid_cells_are_refused()
    {
        await using var database = await ImportDatabase.CreateAsync(TestDatabase.Sqlite);

        var result = await database.ImportAsync(
            "agencies",
            $"{Header}\n,A,office,,commanded,,maybe,1998-03-03\nX,X,bureau,,directed,Basis,never,1998-13-01"
        );

        Assert.Equal(
            [
                (2, "abbreviation", "The value is missing."),
                (2, "active_to", "1998-03-03 is not after 1998-03-03, when the agency begins."),
                (
                    2,
                    "kind",
                    "'office' is not one of EXECUTIVE_DEPARTMENT, BUREAU, INDEPENDENT_AGENCY, GOVERNMENT_CORPORATION."
                ),
                (2, "directive", "'commanded' is not one of DIRECTED, REQUESTED."),
                (2, "basis", "The value is missing."),
                (2, "high_impact", "'maybe' is not true or false."),
                (3, "active_to", "'1998-13-01' is not a day such as 1998-04-21."),
                (3, "high_impact", "'never' is not true or false."),
            ],
            result.Errors.Select(error => ((int)error.Line, error.Column, error.Reason))
        );
    }

    private static async Task<Dictionary<string, Agency>> AgenciesAsync(TestDatabase database)
    {
        await using var db = database.Contexts.CreateDbContext();
        return await db.Agencies.AsNoTracking().ToDictionaryAsync(agency => agency.Abbreviation);
    }
}
