namespace Cwa.Model.Tests;

/// <summary>What a rate says while a year goes on.</summary>
public sealed class RateTests
{
    private readonly Case _case = new();

    [Theory]
    [InlineData("CWA-1.1")]
    [InlineData("CWA-4.3")]
    [InlineData("CWA-4.4")]
    [InlineData("CWA-5.1")]
    [InlineData("CWA-5.2")]
    public void A_duty_throughout_the_year_has_no_rate_until_somebody_can_have_met_it(string requirement)
    {
        var busy = Busy("SSA");
        _case.Has("IRS");

        var (before, after) = (Rates("1998-12-30", requirement), Rates("1998-12-31", requirement));

        Assert.Equal("Pending Met", _case.Statuses(busy, requirement, "1998-12-30", "1998-12-31"));
        Assert.Equal((false, null), (before.CanBeMet, before.Rate));
        Assert.True(after.CanBeMet);
        Assert.NotNull(after.Rate);
    }

    [Fact]
    public void A_missed_month_is_told_as_not_met_beside_the_undecided_and_not_as_a_rate_of_nothing()
    {
        Busy("SSA");
        _case.Has("IRS");

        var mid = Rates("1998-06-30", "CWA-1.1");

        Assert.Equal((0, 1, 1, 1, null), (mid.CountAsMet, mid.NotMet, mid.Decided, mid.Undecided, mid.Rate));
        Assert.Equal(0.5, Rates("1998-12-31", "CWA-1.1").Rate);
    }

    [Fact]
    public void A_new_year_begins_without_a_rate()
    {
        Busy("SSA");

        Assert.Equal((false, null), (Rates("1999-01-31", "CWA-1.1").CanBeMet, Rates("1999-01-31", "CWA-1.1").Rate));
    }

    [Fact]
    public void A_duty_that_is_done_once_has_a_rate_as_soon_as_one_agency_is_decided()
    {
        var (early, _) = (_case.Has("SSA"), _case.Has("IRS"));
        _case.PutsInPlace(early, "1998-05-01");

        Assert.Null(Rates("1998-04-30", "CWA-4.1").Rate);
        var mid = Rates("1998-05-01", "CWA-4.1");
        Assert.Equal((true, 1.0, 1, 1), (mid.CanBeMet, mid.Rate, mid.Decided, mid.Undecided));
        Assert.Equal(0.5, Rates("1998-12-31", "CWA-4.1").Rate);
    }

    [Fact]
    public void Agencies_that_are_only_requested_are_in_no_rate_and_neither_decided_nor_undecided()
    {
        Busy("FRB", DirectiveStanding.Requested);

        var (mid, end) = (Rates("1998-06-30", "CWA-1.1"), Rates("1998-12-31", "CWA-1.1"));

        Assert.Equal((0, 0, null, 1.0), (mid.Decided, mid.Undecided, mid.Rate, mid.Participation));
        Assert.Equal((0, 0, null, 1.0), (end.Decided, end.Undecided, end.Rate, end.Participation));
    }

    /// <summary>An agency that does everything that goes on throughout the year.</summary>
    private Agency Busy(string abbreviation, DirectiveStanding directive = DirectiveStanding.Directed)
    {
        var agency = _case.Has(abbreviation, directive: directive);
        _case.Runs(agency, "1998-03-03");
        _case.Finds(agency, FindingAbout.WantedServices, "1998-04-02");
        _case.Finds(agency, FindingAbout.Satisfaction, "1998-04-02");
        _case.PutsInPlace(agency, "1998-04-01");
        _case.GivesFigures(agency, 4, 12);
        _case.Does(agency, RecordKind.Analysis, "1998-05-01");
        _case.FindsProblem(agency, "1998-04-02", ("1998-05-01", "1998-06-01"));
        _case.Promises(agency, "1998-03-03", measuredTo: "1998-06");
        _case.Publishes(agency, "1998-06-01", cites: true);
        return agency;
    }

    private RequirementRollup Rates(string day, string requirement) =>
        _case.On(day).Government.Requirements.Single(r => r.Requirement.Key == requirement);
}
