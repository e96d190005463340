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
    public void An_agency_cannot_be_above_itself()
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

    [Fact]
    public void An_agency_keeps_what_is_said_of_it()
    {
        Guid id = Guid.NewGuid();
        var parent = Samples.Agency();

        var agency = new Agency(
            "Dod-AR",
            " Département of the Army ",
            AgencyKind.Bureau,
            parent,
            DirectiveStanding.Requested,
            " Invited ",
            highImpact: true,
            activeFrom: new(1998, 5, 1),
            activeTo: new(1999, 1, 1),
            id: id,
            recordedAt: Samples.Noon
        );

        Assert.Equal(
            (id, "Dod-AR", "DOD-AR", "Département of the Army", "DEPARTEMENT OF THE ARMY"),
            (agency.Id, agency.Abbreviation, agency.AbbreviationSearch, agency.Name, agency.NameSearch)
        );
        Assert.Equal(
            (AgencyKind.Bureau, parent.Id, parent, 2),
            (agency.Kind, agency.ParentId, agency.Parent, agency.Depth)
        );
        Assert.Equal(
            (DirectiveStanding.Requested, "Invited", true),
            (agency.Directive, agency.DirectiveBasis, agency.HighImpact)
        );
        Assert.Equal((new DateOnly(1998, 5, 1), new DateOnly(1999, 1, 1)), (agency.ActiveFrom, agency.ActiveTo));
        Assert.Equal((Samples.Noon, Samples.Noon), (agency.RecordedAt, agency.UpdatedAt));
    }

    [Fact]
    public void The_directive_applies_from_its_day_where_no_other_is_said()
    {
        var agency = Samples.Agency();

        Assert.Equal((new DateOnly(1998, 3, 3), null), (agency.ActiveFrom, agency.ActiveTo));
        Assert.False(agency.IsActiveOn(new(1998, 3, 2)));
        Assert.True(agency.IsActiveOn(new(1998, 3, 3)));
        Assert.True(agency.IsActiveIn(new(1998, 3)));
        Assert.NotEqual(agency.Id, Samples.Agency().Id);
        Assert.Equal(1, agency.Depth);
    }

    [Theory]
    [InlineData("1998-07-02", true)]
    [InlineData("1998-07-01", false)]
    [InlineData("1998-06-30", false)]
    public void An_agency_ends_after_it_begins(string ended, bool isKept)
    {
        var end = DateOnly.ParseExact(ended, "yyyy-MM-dd");

        if (isKept)
            Assert.Equal(end, Samples.Agency(began: new(1998, 7, 1), ended: end).ActiveTo);
        else
            Assert.Throws<ArgumentException>(() => Samples.Agency(began: new(1998, 7, 1), ended: end));
    }

    [Theory]
    [InlineData("1998-06-30", true)]
    [InlineData("1998-07-01", false)]
    public void An_agency_is_active_in_a_month_of_which_it_has_a_day(string began, bool isActiveInJune) =>
        Assert.Equal(
            isActiveInJune,
            Samples.Agency(began: DateOnly.ParseExact(began, "yyyy-MM-dd")).IsActiveIn(new(1998, 6))
        );

    [Fact]
    public void An_agency_that_ends_with_a_month_is_not_active_in_the_next() =>
        Assert.False(Samples.Agency(ended: new(1998, 7, 1)).IsActiveIn(new(1998, 7)));

    [Fact]
    public void An_agency_can_leave_its_parent()
    {
        var bureau = Samples.Agency(Samples.Agency());

        bureau.PlaceUnder(null);

        Assert.Equal((null, null, 1), (bureau.Parent, bureau.ParentId, bureau.Depth));
    }

    [Theory]
    [InlineData(200, 300, true)]
    [InlineData(201, 300, false)]
    [InlineData(200, 301, false)]
    public void Its_texts_are_as_long_as_their_columns(int name, int basis, bool isKept)
    {
        var agency = Samples.Agency();

        if (isKept)
            Reload();
        else
            Assert.Throws<ArgumentException>(Reload);

        void Reload() =>
            agency.Reload(new('n', name), AgencyKind.Bureau, null, DirectiveStanding.Directed, new('b', basis));
    }

    [Theory]
    [InlineData("SSA", true)]
    [InlineData("DOD-AR", true)]
    [InlineData("a1", true)]
    [InlineData("1", true)]
    [InlineData("ABCDEFGHIJKLMNOP", true)]
    [InlineData("ABCDEFGHIJKLMNOPQ", false)]
    [InlineData("", false)]
    [InlineData("-AR", false)]
    [InlineData("A B", false)]
    [InlineData("A;B", false)]
    [InlineData("É", false)]
    public void An_abbreviation_is_letters_digits_and_hyphens(string text, bool isOne)
    {
        Assert.Equal(isOne, AgencyAbbreviation.IsOne(text));
        if (!isOne)
            Assert.Throws<ArgumentException>(() => Samples.Agency(abbreviation: text));
    }
}
