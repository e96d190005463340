namespace Cwa.Model.Tests;

public sealed class LiaisonRulesTests
{
    private readonly Case _case = new();

    [Fact]
    public void Without_a_liaison_the_first_duty_is_missed_at_the_end_of_16_March()
    {
        var agency = _case.Has();

        Assert.Equal(
            "Pending NotMet NotMet",
            _case.Statuses(agency, "CWA-2.1", "1998-03-15", "1998-03-16", "1998-03-17")
        );
        Assert.Equal(
            "No liaison has been designated; the due day is 16 March 1998.",
            _case.Cell(agency, "CWA-2.1", "1998-03-17").Reason
        );
    }

    [Fact]
    public void Nothing_is_due_of_an_agency_that_is_only_asked()
    {
        var none = _case.Has("FRB", directive: DirectiveStanding.Requested);
        var own = _case.Has("FTC", directive: DirectiveStanding.Requested);
        _case.Designates(own, "1998-03-10");

        Assert.Equal(
            "No liaison has been designated; one is requested by 16 March 1998.",
            _case.Cell(none, "CWA-2.1", "1998-03-17").Reason
        );
        Assert.Equal(
            "No process to address complaints is in place; one is requested by 31 December 1998.",
            _case.Cell(none, "CWA-4.1", "1998-03-17").Reason
        );
        Assert.Equal(
            "A liaison was designated on 10 March 1998, as requested.",
            _case.Cell(own, "CWA-2.1", "1998-03-17").Reason
        );
    }

    [Fact]
    public void A_liaison_designated_on_the_16th_is_in_time_and_one_on_the_17th_is_late()
    {
        var (inTime, late) = (_case.Has("SSA"), _case.Has("VA"));
        var liaison = _case.Designates(inTime, "1998-03-16");
        _case.Designates(late, "1998-03-17");

        Assert.Equal("Pending Met Met", _case.Statuses(inTime, "CWA-2.1", "1998-03-15", "1998-03-16", "1998-03-17"));
        Assert.Equal("NotMet MetLate", _case.Statuses(late, "CWA-2.1", "1998-03-16", "1998-03-17"));
        var cell = _case.Cell(inTime, "CWA-2.1", "1998-03-17");
        Assert.Equal("A liaison was designated on 16 March 1998, by the due day.", cell.Reason);
        Assert.Equal([Evidence.Of<Liaison>(liaison.Id)], cell.Evidence);
    }

    [Fact]
    public void A_liaison_reported_late_meets_the_first_duty_at_once_and_the_second_once_NPR_is_informed()
    {
        var agency = _case.Has();
        _case.Designates(agency, "1998-03-10", told: "1998-03-20T15:00:00Z");
        _case.Sends(agency, "1998-03", "1998-03-12T15:00:00Z");

        Assert.Equal(
            "Met Met Met Met",
            _case.Statuses(agency, "CWA-2.1", "1998-03-10", "1998-03-16", "1998-03-19", "1998-03-20")
        );
        Assert.Equal(
            "Pending NotMet NotMet Met",
            _case.Statuses(agency, "CWA-2.2", "1998-03-15", "1998-03-16", "1998-03-19", "1998-03-20")
        );
        Assert.Equal(
            "NPR has a list of events, but has not been told of a liaison.",
            _case.Cell(agency, "CWA-2.2", "1998-03-19").Reason
        );
    }

    [Fact]
    public void A_first_report_that_was_returned_was_still_provided()
    {
        var agency = _case.Has();
        _case.Designates(agency, "1998-03-10", told: "1998-03-10T15:00:00Z");
        _case.Sends(agency, "1998-03", "1998-03-12T15:00:00Z", returned: "1998-03-13T15:00:00Z");

        Assert.Equal("Met Met", _case.Statuses(agency, "CWA-2.2", "1998-03-12", "1998-03-14"));
    }

    [Fact]
    public void A_first_report_that_was_recalled_was_not_provided()
    {
        var agency = _case.Has();
        _case.Designates(agency, "1998-03-10", told: "1998-03-10T15:00:00Z");
        _case.Sends(agency, "1998-03", "1998-03-12T15:00:00Z", recalled: "1998-03-17T15:00:00Z");
        _case.Sends(agency, "1998-03", "1998-03-19T15:00:00Z", revision: 2);

        Assert.Equal("Met NotMet Met", _case.Statuses(agency, "CWA-2.2", "1998-03-16", "1998-03-18", "1998-03-19"));
    }

    [Fact]
    public void NPR_is_informed_by_the_calendar_of_Washington()
    {
        var agency = _case.Has();
        _case.Designates(agency, "1998-03-10", told: "1998-03-17T03:30:00Z");
        _case.Sends(agency, "1998-03", "1998-03-17T03:30:00Z");

        Assert.Equal("Pending Met", _case.Statuses(agency, "CWA-2.2", "1998-03-15", "1998-03-16"));
    }

    [Fact]
    public void A_component_covered_by_its_department_has_the_departments_status()
    {
        var department = _case.Has("HHS");
        var (bureau, office) = (_case.Has("HCFA", department), _case.Has("AOA", department));
        var liaison = _case.Designates(
            department,
            "1998-03-20",
            told: "1998-03-20T15:00:00Z",
            coverage: Coverage.SelfAndComponents
        );
        _case.Designates(office, "1998-03-10");

        Assert.Equal("NotMet Inherited", _case.Statuses(bureau, "CWA-2.1", "1998-03-19", "1998-03-20"));
        var cell = _case.Cell(bureau, "CWA-2.1", "1998-03-20");
        Assert.Equal((true, department), (cell.CountsAsMet, cell.InheritedFrom));
        Assert.Equal("The liaison of HHS speaks for it too.", cell.Reason);
        Assert.Equal([Evidence.Of<Liaison>(liaison.Id)], cell.Evidence);
        Assert.Equal(false, _case.Cell(bureau, "CWA-2.2", "1998-03-20").CountsAsMet);
        Assert.Equal(ScorecardStatus.Met, _case.Cell(office, "CWA-2.1", "1998-03-20").Status);
    }

    [Fact]
    public void A_liaison_for_the_department_alone_does_not_cover_components()
    {
        var department = _case.Has("HHS");
        var bureau = _case.Has("HCFA", department);
        _case.Designates(department, "1998-03-10");

        Assert.Equal("NotMet", _case.Statuses(bureau, "CWA-2.1", "1998-03-16"));
    }

    [Fact]
    public void The_nearest_agency_above_that_covers_components_counts()
    {
        var department = _case.Has("DOC");
        var administration = _case.Has("NOAA", department);
        var service = _case.Has("NWS", administration);
        _case.Designates(department, "1998-03-05", coverage: Coverage.SelfAndComponents);
        Assert.Equal(department, _case.Cell(service, "CWA-2.1", "1998-03-20").InheritedFrom);

        _case.Designates(administration, "1998-03-18", coverage: Coverage.SelfAndComponents);

        Assert.Equal(administration, _case.Cell(service, "CWA-2.1", "1998-03-20").InheritedFrom);
        Assert.Equal("Met", _case.Statuses(administration, "CWA-2.1", "1998-03-20"));
    }

    [Fact]
    public void After_the_last_liaison_ends_the_duty_is_not_met_until_another_follows()
    {
        var agency = _case.Has();
        _case.Designates(agency, "1998-03-10", ended: "1998-06-01");
        _case.Designates(agency, "1998-07-01");

        Assert.Equal(
            "Met NotMet NotMet Met",
            _case.Statuses(agency, "CWA-2.1", "1998-05-31", "1998-06-01", "1998-06-30", "1998-07-01")
        );
        Assert.Equal(
            "The liaison's designation ended on 1 June 1998, and nobody has followed.",
            _case.Cell(agency, "CWA-2.1", "1998-06-15").Reason
        );
    }

    [Fact]
    public void An_agency_founded_later_has_thirteen_days_as_all_agencies_had()
    {
        var agency = _case.Has(began: "1998-07-01");

        Assert.DoesNotContain(_case.On("1998-06-30").Agencies, a => a.Agency == agency);
        Assert.Equal(
            "Pending Pending NotMet",
            _case.Statuses(agency, "CWA-2.1", "1998-07-01", "1998-07-13", "1998-07-14")
        );
    }

    [Fact]
    public void A_liaison_of_1998_still_serves_in_1999()
    {
        var (agency, other) = (_case.Has("SSA"), _case.Has("VA"));
        _case.Designates(agency, "1998-03-17", told: "1998-03-17T15:00:00Z");
        _case.Sends(agency, "1998-04", "1998-03-30T15:00:00Z");

        Assert.Equal("MetLate MetLate", _case.Statuses(agency, "CWA-2.1", "1998-12-31", "1999-01-01"));
        Assert.Equal("Met Met", _case.Statuses(agency, "CWA-2.2", "1998-12-31", "1999-01-01"));
        Assert.Equal("NotMet", _case.Statuses(other, "CWA-2.1", "1999-01-01"));
    }

    [Fact]
    public void A_requested_agency_is_voluntary_whatever_it_does()
    {
        var (active, silent, late) = (
            _case.Has("FRB", directive: DirectiveStanding.Requested),
            _case.Has("FTC", directive: DirectiveStanding.Requested),
            _case.Has("NEA", directive: DirectiveStanding.Requested)
        );
        _case.Designates(active, "1998-03-10");
        _case.Designates(late, "1998-05-10");

        Assert.Equal("VoluntaryMet", _case.Statuses(active, "CWA-2.1", "1998-06-01"));
        Assert.Equal("VoluntaryMet", _case.Statuses(late, "CWA-2.1", "1998-06-01"));
        Assert.Equal(
            "VoluntaryNotReported VoluntaryNotReported",
            _case.Statuses(silent, "CWA-2.1", "1998-03-04", "1998-06-01")
        );
        Assert.Null(_case.Cell(active, "CWA-2.1", "1998-06-01").CountsAsMet);
    }

    [Fact]
    public void A_requested_agency_that_does_all_it_can_so_far_takes_part_while_the_year_goes_on()
    {
        var agency = _case.Has("FRB", directive: DirectiveStanding.Requested);
        _case.FindsProblem(agency, "1998-05-01", ("1998-06-01", "1998-07-01"));

        Assert.Equal(
            "VoluntaryNotReported VoluntaryMet VoluntaryMet",
            _case.Statuses(agency, "CWA-4.4", "1998-06-30", "1998-07-01", "1998-12-31")
        );
    }
}
