using static Cwa.Model.Tests.OwnThemes;

namespace Cwa.Model.Tests;

/// <summary>How an agency defines and renames themes of its own.</summary>
public sealed class DefineAgencyThemeTests
{
    private readonly Desk _desk = new(new(1998, 6, 10));

    [Fact]
    public async Task A_theme_has_a_name_under_a_common_theme()
    {
        var agency = await _desk.AgencyAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Define(agency, " Long lines "));

        Assert.Equal(
            (agency.Id, "Long lines", "LONG LINES", FindingTheme.Waiting, null),
            (done.Record.AgencyId, done.Record.Name, done.Record.NameSearch, done.Record.Theme, done.Record.RetiredOn)
        );
        Assert.Equal([(FeedKind.AgencyThemeDefined, agency.Id, done.Record.Id)], done.Announced);
        Assert.Equal("defineAgencyTheme", Assert.Single(done.Audited).Action);
    }

    [Theory]
    [InlineData("LONG  LINES")]
    [InlineData("Löng lines")]
    public async Task An_agency_has_one_theme_of_a_name_whatever_its_case_accents_and_spaces(string name)
    {
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);
        var first = await clerk.DoAsync(Define(agency));
        var other = (await clerk.DoAsync(Define(agency, "Busy telephones"))).Record;
        const string refused =
            "input.name AgencyThemeAlreadyDefined: "
            + "The agency already has a theme of this name. Use that one, or choose another name.";

        var second = await clerk.DoAsync(Define(agency, name));

        Assert.Equal([refused], second.Refused);
        Assert.Equal(first.Record.Id, Assert.IsType<AgencyThemeAlreadyDefined>(second.Refusals[0]).Existing.Id);
        Assert.Equal([refused], (await clerk.DoAsync(Rename(other, name))).Refused);
    }

    [Fact]
    public async Task Other_names_and_other_agencies_are_free()
    {
        var (agency, other) = (await _desk.AgencyAsync(), await _desk.AgencyAsync());
        var clerk = _desk.ClerkOf(agency, other);
        await clerk.DoAsync(Define(agency));

        Assert.Empty((await clerk.DoAsync(Define(agency, "Busy telephones"))).Refused);
        Assert.Empty((await clerk.DoAsync(Define(other))).Refused);
    }

    [Theory]
    [InlineData(" ", "TextMissing")]
    [InlineData(100, null)]
    [InlineData(101, "TextTooLong")]
    public async Task A_name_says_something_in_at_most_a_hundred_characters(object said, string? refusal)
    {
        var (agency, _, theme) = await _desk.HasThemeAsync();
        var other = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency, other);
        var name = said as string ?? new('x', (int)said);

        var defined = await clerk.DoAsync(Define(other, name));
        var renamed = await clerk.DoAsync(Rename(theme, name));

        string[] expected = refusal is null ? [] : [refusal];
        Assert.Equal(expected, defined.Refusals.Select(r => r.GetType().Name));
        Assert.Equal(expected, renamed.Refusals.Select(r => r.GetType().Name));
    }

    [Fact]
    public async Task A_theme_gets_another_name_and_the_trail_keeps_both()
    {
        var (agency, _, theme) = await _desk.HasThemeAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Rename(theme, "Lines at the counter"));

        Assert.Equal(
            (theme.Id, "Lines at the counter", "LINES AT THE COUNTER", FindingTheme.Waiting),
            (done.Record.Id, done.Record.Name, done.Record.NameSearch, done.Record.Theme)
        );
        Assert.Equal([(FeedKind.AgencyThemeDefined, agency.Id, theme.Id)], done.Announced);
        var entry = Assert.Single(done.Audited);
        Assert.Contains("Long lines", entry.Before, StringComparison.Ordinal);
        Assert.Contains("Lines at the counter", entry.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_theme_may_be_written_otherwise_under_its_own_name()
    {
        var (agency, _, theme) = await _desk.HasThemeAsync();

        var done = await _desk.ClerkOf(agency).DoAsync(Rename(theme, "LONG LINES"));

        Assert.Equal("LONG LINES", done.Record.Name);
    }

    [Fact]
    public async Task Themes_of_others_are_refused_like_those_that_do_not_exist()
    {
        var (_, _, theme) = await _desk.HasThemeAsync();
        var agency = await _desk.AgencyAsync();
        var clerk = _desk.ClerkOf(agency);

        foreach (var id in new[] { theme.AsId(), Ids.Unknown<AgencyTheme>(), Ids.Nonsense<AgencyTheme>() })
        {
            Assert.Equal(
                ["input.themeId RecordNotFound: There is no record with this id for which you may do this."],
                (await clerk.DoAsync(Rename(theme, "Lines") with { ThemeId = id })).Refused
            );
            Assert.Equal(
                ["input.themeId RecordNotFound: There is no record with this id for which you may do this."],
                (await clerk.DoAsync(Retire(theme, new(1998, 7, 1)) with { ThemeId = id })).Refused
            );
        }

        Assert.Equal(
            ["input.agencyId AgencyNotFound: There is no agency with this id for which you may do this."],
            (await clerk.DoAsync(Define(await _desk.AgencyAsync()))).Refused
        );
    }
}
