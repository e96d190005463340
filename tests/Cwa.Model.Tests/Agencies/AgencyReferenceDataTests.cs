using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

public sealed class AgencyReferenceDataTests
{
    private const string Header = "abbreviation,name,kind,parent_abbreviation,directive,basis,high_impact,active_to\n";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task In_1998_there_are_163_agencies_in_at_most_three_levels(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var db = await database.Contexts.CreateDbContextAsync();

        await AgencyReferenceData.LoadAsync(db, default);

        db.ChangeTracker.Clear();
        var agencies = await db.Agencies.Include(a => a.Parent).ToListAsync();
        Assert.Equal(163, agencies.Count);
        Assert.Equal(14, agencies.Count(a => a.Kind == AgencyKind.ExecutiveDepartment));
        Assert.All(agencies, a => Assert.Equal((a.Parent?.Depth ?? 0) + 1, a.Depth));
        Assert.All(agencies.Where(a => a.Kind == AgencyKind.Bureau), a => Assert.NotNull(a.Parent));
        Assert.InRange(agencies.Max(a => a.Depth), 2, 3);
        Assert.Equal(new DateOnly(1998, 7, 28), agencies.Single(a => a.Abbreviation == "USEC").ActiveTo);
        Assert.Empty(
            FormerNames.All.SelectMany(former => former.Successors).Except(agencies.Select(a => a.Abbreviation))
        );
    }

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task Loading_again_keeps_ids_and_what_agencies_have_recorded(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var first = await database.Contexts.CreateDbContextAsync();
        await AgencyReferenceData.LoadAsync(first, default);
        var before = await first.Agencies.ToDictionaryAsync(a => a.Abbreviation, a => a.Id);
        var ssa = await first.Agencies.SingleAsync(a => a.Abbreviation == "SSA");
        first.AddRange(Samples.Liaison(ssa), Samples.Agency(ssa, "OURS"));
        await first.SaveChangesAsync();

        await using var second = await database.Contexts.CreateDbContextAsync();
        await AgencyReferenceData.LoadAsync(second, default);

        await using var db = await database.Contexts.CreateDbContextAsync();
        var after = await db.Agencies.ToDictionaryAsync(a => a.Abbreviation, a => a.Id);
        Assert.Equal(164, after.Count);
        Assert.All(before, agency => Assert.Equal(agency.Value, after[agency.Key]));
        Assert.Equal(before["SSA"], (await db.Liaisons.SingleAsync()).AgencyId);
        Assert.Equal(2, (await db.Agencies.SingleAsync(a => a.Abbreviation == "OURS")).Depth);
    }

    [Fact]
    public async Task An_agency_that_moves_takes_its_components_along()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await LoadAsync(
            database,
            "D,Department,executive_department,,directed,b,false,\nB,Bureau,independent_agency,,directed,b,false,\n"
        );
        await LoadAsync(database, "C,Component,bureau,B,directed,b,false,\n");

        await LoadAsync(database, "B,Bureau,bureau,D,directed,b,false,\n");

        await using var db = await database.Contexts.CreateDbContextAsync();
        Assert.Equal(3, (await db.Agencies.SingleAsync(a => a.Abbreviation == "C")).Depth);
    }

    [Fact]
    public async Task An_agency_does_not_move_where_its_components_would_be_on_a_fourth_level()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await LoadAsync(
            database,
            "D,Department,executive_department,,directed,b,false,\nB,Bureau,independent_agency,,directed,b,false,\n"
        );
        await LoadAsync(database, "Y,Division,bureau,B,directed,b,false,\nX,Branch,bureau,Y,directed,b,false,\n");

        await Assert.ThrowsAsync<ArgumentException>(() => LoadAsync(database, "B,Bureau,bureau,D,directed,b,false,\n"));
    }

    [Fact]
    public async Task An_unknown_parent_is_named()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() =>
            LoadAsync(database, "B,Bureau,bureau,NOWHERE,directed,b,false,\n")
        );

        Assert.Contains("NOWHERE", refused.Message, StringComparison.Ordinal);
    }

    private static async Task LoadAsync(TestDatabase database, string rows)
    {
        await using var db = await database.Contexts.CreateDbContextAsync();
        using var text = new StringReader(Header + rows);
        await AgencyReferenceData.LoadAsync(db, text, default);
    }
}
