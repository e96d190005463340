namespace Cwa.Model.Tests;

public sealed class AgencyThemeTests
{
    [Fact]
    public void A_theme_keeps_its_name_and_the_form_in_which_it_is_searched()
    {
        Guid id = Guid.NewGuid(),
            agency = Guid.NewGuid();

        var theme = new AgencyTheme(agency, " Löng  lines ", FindingTheme.Waiting, id, Samples.Noon);

        Assert.Equal(
            (id, agency, "Löng  lines", "LONG LINES", FindingTheme.Waiting, Samples.Noon, Samples.Noon),
            (theme.Id, theme.AgencyId, theme.Name, theme.NameSearch, theme.Theme, theme.RecordedAt, theme.UpdatedAt)
        );
    }

    [Fact]
    public void Each_has_an_id_of_its_own() => Assert.NotEqual(Of(1).Id, Of(1).Id);

    [Fact]
    public void A_name_has_at_most_a_hundred_characters()
    {
        Assert.Equal(100, Of(100).Name.Length);
        Assert.Throws<ArgumentException>(() => Of(101));
        Assert.Throws<ArgumentException>(() => Of(1).Rename(" "));
    }

    [Fact]
    public void A_common_theme_is_one_of_those_listed() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AgencyTheme(Guid.NewGuid(), "Lines", 0));

    [Fact]
    public void A_theme_is_in_use_until_the_day_on_which_it_is_retired()
    {
        var theme = Of(5);
        Assert.True(theme.IsInUseOn(DateOnly.MaxValue));

        theme.Retire(new(1998, 7, 1));

        Assert.True(theme.IsInUseOn(new(1998, 6, 30)));
        Assert.False(theme.IsInUseOn(new(1998, 7, 1)));
    }

    [Fact]
    public void A_finding_has_the_common_theme_of_its_agencys_own()
    {
        var theme = Of(5);

        var finding = Heard(theme.AgencyId, theme, null);

        Assert.Equal((theme.Id, FindingTheme.Waiting), (finding.OwnThemeId, finding.Theme));
        Assert.Equal(FindingTheme.Waiting, Heard(theme.AgencyId, theme, FindingTheme.Waiting).Theme);
        Assert.Throws<ArgumentException>(() => Heard(theme.AgencyId, theme, FindingTheme.Access));
        Assert.Throws<ArgumentException>(() => Heard(Guid.NewGuid(), theme, null));
    }

    private static Finding Heard(Guid agencyId, AgencyTheme own, FindingTheme? theme) =>
        new(
            agencyId,
            FindingAbout.Satisfaction,
            "Lines are long.",
            new(1998, 4, 14),
            Guid.NewGuid(),
            null,
            theme: theme,
            ownTheme: own
        );

    private static AgencyTheme Of(int length) => new(Guid.NewGuid(), new('x', length), FindingTheme.Waiting);
}
