namespace Cwa.Model.Tests;

/// <summary>“Programs, continuing throughout the year”: months that a program covers (CWA-1.1).</summary>
public sealed class ContinuingProgramTests
{
    private readonly Case _case = new();
    private readonly Agency _agency;

    public ContinuingProgramTests() => _agency = _case.Has();

    [Fact]
    public void A_program_without_an_end_covers_every_month_from_its_first()
    {
        FindsBoth();
        _case.Runs(_agency, "1998-04-30");

        Assert.Equal("Pending Pending Met", Statuses("1998-04-30", "1998-12-30", "1998-12-31"));
        Assert.Equal(
            "Every month had a conversation or a running program, "
                + "and findings were made about wanted services and about satisfaction.",
            _case.Cell(_agency, "CWA-1.1", "1998-12-31").Reason
        );
    }

    [Fact]
    public void A_program_covers_the_months_of_its_first_and_last_days_and_those_between_and_no_others()
    {
        _case.Holds(_agency, "1998-04-14");
        _case.Runs(_agency, "1998-05-31", until: "1998-07-01");

        Assert.Equal("Pending Pending NotMet", Statuses("1998-05-31", "1998-08-30", "1998-08-31"));
        Assert.Equal(
            "No conversation was held or planned, and no program ran, in August 1998.",
            _case.Cell(_agency, "CWA-1.1", "1998-08-31").Reason
        );
    }

    [Fact]
    public void A_program_that_starts_later_covers_no_month_before()
    {
        _case.Runs(_agency, "1998-05-01");

        Assert.Equal("NotMet", Statuses("1998-04-30"));
    }

    [Fact]
    public void A_program_of_earlier_years_goes_on_into_the_next()
    {
        _case.Runs(_agency, "1997-01-01");

        Assert.Equal("Pending Pending", Statuses("1998-12-30", "1999-02-28"));
        _case.Programs.Clear();
        _case.Runs(_agency, "1997-01-01", until: "1998-12-31");
        Assert.Equal("NotMet", Statuses("1999-01-31"));
    }

    [Fact]
    public void Programs_are_evidence_after_findings_and_before_conversations_the_latest_first()
    {
        FindsBoth();
        var held = _case.Holds(_agency, "1998-04-14").EventId;
        var first = _case.Runs(_agency, "1998-04-01");
        var second = _case.Runs(_agency, "1998-05-01");
        _case.Runs(_agency, "1998-07-01");
        _case.Runs(_agency, "1997-01-01", until: "1998-03-02");

        var cell = _case.Cell(_agency, "CWA-1.1", "1998-06-30");

        Assert.Equal(
            [Evidence.Of<Program>(second), Evidence.Of<Program>(first), Evidence.Of<Event>(held)],
            cell.Evidence.Skip(2)
        );
        Assert.Equal(5, cell.EvidenceCount);
    }

    [Fact]
    public void A_program_of_another_agency_covers_nothing()
    {
        _case.Runs(_case.Has("VA"), "1998-04-01");

        Assert.Equal("NotMet", Statuses("1998-04-30"));
    }

    [Fact]
    public void An_agency_that_is_only_requested_is_on_track_by_a_program()
    {
        var requested = _case.Has("FRB", directive: DirectiveStanding.Requested);
        _case.Runs(requested, "1998-04-01");
        _case.Finds(requested, FindingAbout.WantedServices, "1998-05-02");
        _case.Finds(requested, FindingAbout.Satisfaction, "1998-05-02");

        Assert.Equal("VoluntaryMet", _case.Statuses(requested, "CWA-1.1", "1998-06-30"));
    }

    private void FindsBoth()
    {
        _case.Finds(_agency, FindingAbout.WantedServices, "1998-04-02");
        _case.Finds(_agency, FindingAbout.Satisfaction, "1998-04-03");
    }

    private string Statuses(params string[] days) => _case.Statuses(_agency, "CWA-1.1", days);
}
