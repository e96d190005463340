using Cwa.Model;
using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph.Tests.Security;

/// <summary>For which agencies a caller acts whose token names some.</summary>
public sealed class AgencyTreeTests : IAsyncLifetime
{
    private readonly Agency _department = Made("DEPT", null);
    private readonly Agency _alone = Made("ALONE", null);
    private readonly Agency _bureau;
    private readonly Agency _office;
    private TestDatabase _database = null!;
    private AgencyTree _tree = null!;

    public AgencyTreeTests()
    {
        _bureau = Made("BUR", _department);
        _office = Made("OFF", _bureau);
    }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await AddAsync(_department, _alone, _bureau, _office);
        _tree = new(_database.Contexts);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task An_agency_acts_for_itself_and_everything_below_it()
    {
        Assert.Equal(
            ["DEPT: BUR DEPT OFF", "BUR: BUR OFF", "OFF: OFF", "ALONE: ALONE"],
            [await FoundAsync("DEPT"), await FoundAsync("BUR"), await FoundAsync("OFF"), await FoundAsync("ALONE")]
        );
        Assert.Equal("BUR DEPT: BUR DEPT OFF", await FoundAsync("DEPT", "BUR"));
    }

    [Fact]
    public async Task An_abbreviation_that_no_agency_has_stands_for_nothing()
    {
        Assert.Equal("BUR: BUR OFF", await FoundAsync("NONE", "BUR", "dept", ""));
        Assert.Equal(": ", await FoundAsync());
    }

    [Fact]
    public async Task A_new_agency_is_known_at_once_and_a_new_component_of_a_known_one_after_some_seconds()
    {
        await FoundAsync("DEPT");
        await AddAsync(Made("NEW", _department));

        Assert.Equal("DEPT: BUR DEPT OFF", await FoundAsync("DEPT"));
        Assert.Equal("DEPT NEW: BUR DEPT NEW OFF", await FoundAsync("DEPT", "NEW"));
        Assert.Equal("DEPT: BUR DEPT NEW OFF", await FoundAsync("DEPT"));
    }

    [Fact]
    public async Task Agencies_that_a_mistake_put_in_a_circle_act_for_each_other()
    {
        await using (var db = await _database.Contexts.CreateDbContextAsync())
            await db
                .Agencies.Where(a => a.Id == _department.Id)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.ParentId, _office.Id).SetProperty(x => x.Depth, 2));

        Assert.Equal("BUR: BUR DEPT OFF", await FoundAsync("BUR").WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private static Agency Made(string abbreviation, Agency? parent) =>
        new(
            abbreviation,
            abbreviation,
            parent is null ? AgencyKind.ExecutiveDepartment : AgencyKind.Bureau,
            parent,
            DirectiveStanding.Directed,
            "Covered by Executive Order 12862"
        );

    private async Task AddAsync(params Agency[] agencies)
    {
        await using var db = await _database.Contexts.CreateDbContextAsync();
        foreach (var agency in agencies)
            db.Entry(agency).State = EntityState.Added;
        await db.SaveChangesAsync();
    }

    private async Task<string> FoundAsync(params string[] abbreviations)
    {
        var (named, all) = await _tree.FindAsync(abbreviations, CancellationToken.None);
        await using var db = await _database.Contexts.CreateDbContextAsync();
        var names = await db.Agencies.ToDictionaryAsync(a => a.Id, a => a.Abbreviation);
        return $"{Names(named)}: {Names(all)}";

        string Names(IEnumerable<Guid> ids) =>
            string.Join(' ', ids.Select(id => names[id]).Order(StringComparer.Ordinal));
    }
}
