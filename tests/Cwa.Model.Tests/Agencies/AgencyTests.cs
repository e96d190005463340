namespace Cwa.Model.Tests;

public sealed class AgencyTests
{
    [Fact]
    public void A_component_is_one_level_below_its_parent()
    {
        var weather = Samples.Agency(Samples.Agency(Samples.Agency()));

        Assert.Equal(3, weather.Depth);
    }

    [Fact]
    public void A_fourth_level_is_refused()
    {
        var third = Samples.Agency(Samples.Agency(Samples.Agency()));

        Assert.Throws<ArgumentException>(() => Samples.Agency(third));
    }

    [Fact]
    public void An_agency_is_never_above_itself()
    {
        var department = Samples.Agency();
        var bureau = Samples.Agency(department);

        Assert.Throws<ArgumentException>(() => department.PlaceUnder(bureau));
        Assert.Throws<ArgumentException>(() => department.PlaceUnder(department));
    }

    [Fact]
    public void An_agency_is_active_until_the_day_before_it_ends()
    {
        var agency = new Agency(
            "USEC",
            "United States Enrichment Corporation",
            AgencyKind.GovernmentCorporation,
            null,
            DirectiveStanding.Requested,
            "Requested",
            activeTo: new(1998, 7, 28)
        );

        Assert.True(agency.IsActiveOn(new(1998, 7, 27)));
        Assert.False(agency.IsActiveOn(new(1998, 7, 28)));
        Assert.True(agency.IsActiveIn(new(1998, 7)));
        Assert.False(agency.IsActiveIn(new(1998, 8)));
        Assert.False(agency.IsActiveIn(new(1998, 2)));
    }

    [Fact]
    public void The_abbreviation_has_at_most_16_characters() =>
        Assert.Throws<ArgumentException>(() => Samples.Agency(abbreviation: new('A', 17)));
}
