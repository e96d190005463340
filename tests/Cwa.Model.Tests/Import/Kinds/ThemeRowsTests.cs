using Cwa.Tests;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model.Tests;

/// <summary>Files that define themes of agencies' own, and findings that name them.</summary>
public sealed class ThemeRowsTests
{
    private const string Own = "Lines at field offices";

    [SkippableTheory]
    [MemberData(nameof(TestDatabase.Providers), MemberType = typeof(TestDatabase))]
    public async Task A_finding_names_its_agencys_own_theme_and_has_the_common_one_with_it(string provider)
    {
        await using var database = await PreparedAsync(provider);
        var file = KindFile.Of("findings", ("theme", ""), ("own_theme", Own.ToUpperInvariant()));

        var first = await database.ImportAsync("findings", file);
        var again = await database.ImportAsync("findings", file);

        Assert.Empty(first.Errors);
        Assert.Equal((1, 0), (first.Inserted, first.Unchanged));
        Assert.Equal((0, 1), (again.Inserted, again.Unchanged));
        await using var db = database.Contexts.CreateDbContext();
        var finding = await db.Findings.Include(f => f.OwnTheme).SingleAsync();
        Assert.Equal((Own, FindingTheme.Waiting), (finding.OwnTheme?.Name, finding.Theme));
    }

    [Theory]
    // HCFA has this one.
    [InlineData("Parking", "own_theme", "SSA has no theme 'Parking'.")]
    [InlineData("Nothing", "own_theme", "SSA has no theme 'Nothing'.")]
    [InlineData(
        "Saturday hours",
        "theme",
        "The agency's own theme is under ACCESS. Give that one, or leave `theme` out."
    )]
    [InlineData(
        "Touch-tone menus",
        "own_theme",
        "The agency retired this theme on 1998-04-22, so findings of that day or later cannot have it."
    )]
    public async Task A_theme_that_does_not_fit_is_reported_by_line_and_column(string own, string column, string reason)
    {
        await using var database = await PreparedAsync(TestDatabase.Sqlite);

        var result = await database.ImportAsync("findings", KindFile.Of("findings", ("own_theme", own)));

        Assert.Equal([(2, column, reason)], result.Errors.Select(e => ((int)e.Line, e.Column, e.Reason)));
        Assert.False(result.Committed);
    }

    [Theory]
    [InlineData(Own, "Saturday hours", "with another one and not this one.")]
    [InlineData("", "Saturday hours", "with nothing and not this one.")]
    [InlineData(Own, "", "with another one and not nothing.")]
    public async Task A_file_does_not_give_a_stored_finding_another_theme(string before, string now, string reason)
    {
        await using var database = await PreparedAsync(TestDatabase.Sqlite);
        await database.ImportAsync("findings", KindFile.Of("findings", ("theme", ""), ("own_theme", before)));

        var result = await database.ImportAsync(
            "findings",
            KindFile.Of("findings", ("theme", now is "" ? "WAITING" : ""), ("own_theme", now))
        );

        Assert.Contains(
            result.Errors,
            e => e.Column == "own_theme" && e.Reason.Contains(reason, StringComparison.Ordinal)
        );
        Assert.False(result.Committed);
    }

    [Fact]
    public async Task A_theme_is_known_by_its_name_in_whatever_letters_and_stays_under_its_common_theme()
    {
        await using var database = await PreparedAsync(TestDatabase.Sqlite);

        var same = await database.ImportAsync("themes", KindFile.Of("themes", ("name", Own.ToUpperInvariant())));
        var other = await database.ImportAsync("themes", KindFile.Of("themes", ("theme", "ACCESS")));

        Assert.Equal((0, 1), (same.Inserted, same.Unchanged));
        Assert.Equal(
            ["The agency already has a theme of this name. Use that one, or choose another name."],
            other.Errors.Select(error => error.Reason)
        );
    }

    private static async Task<TestDatabase> PreparedAsync(string provider)
    {
        var database = await KindFile.PreparedAsync(provider, "findings");
        var result = await database.ImportAsync(
            "themes",
            KindFile.Rows(
                "themes",
                [("name", Own)],
                [("name", "Saturday hours"), ("theme", "ACCESS")],
                [("name", "Touch-tone menus")],
                [("agency", "HCFA"), ("name", "Parking")]
            )
        );
        Assert.Empty(result.Errors);
        await using var db = database.Contexts.CreateDbContext();
        (await db.AgencyThemes.SingleAsync(t => t.Name == "Touch-tone menus")).Retire(new(1998, 4, 22));
        await db.SaveChangesAsync();
        return database;
    }
}
