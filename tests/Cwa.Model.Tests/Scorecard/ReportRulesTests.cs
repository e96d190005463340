namespace Cwa.Model.Tests;

public sealed class ReportRulesTests
{
    private readonly Case _case = new();

    [Fact]
    public void A_report_of_half_past_three_in_the_morning_universal_time_is_still_of_the_sixteenth()
    {
        var (inTime, late) = (_case.Has("SSA"), _case.Has("VA"));
        _case.Sends(inTime, "1998-03", "1998-03-17T03:30:00Z");
        _case.Sends(late, "1998-03", "1998-03-17T05:30:00Z");

        Assert.Equal("Pending Met Met", _case.Statuses(inTime, "CWA-2.3", "1998-03-15", "1998-03-16", "1998-03-17"));
        Assert.Equal(
            "Pending NotMet MetLate",
            _case.Statuses(late, "CWA-2.3", "1998-03-15", "1998-03-16", "1998-03-17")
        );
    }

    [Fact]
    public void Several_months_are_met_when_all_came_in_time_late_when_all_came_and_not_when_one_is_missing()
    {
        var agency = _case.Has();
        _case.Sends(agency, "1998-03", "1998-03-16T15:00:00Z");
        _case.Sends(agency, "1998-04", "1998-03-31T15:00:00Z");
        _case.Sends(agency, "1998-05", "1998-05-04T15:00:00Z");

        Assert.Equal(
            "Met NotMet MetLate NotMet",
            _case.Statuses(agency, "CWA-2.3", "1998-04-29", "1998-04-30", "1998-05-30", "1998-05-31")
        );
        Assert.Equal(
            "All 2 monthly reports due have come in time.",
            _case.Cell(agency, "CWA-2.3", "1998-04-29").Reason
        );
        Assert.Equal("All reports due have come, 1 of 3 late.", _case.Cell(agency, "CWA-2.3", "1998-05-30").Reason);
        Assert.Equal("Of 4 reports due, 1 is missing: June 1998.", _case.Cell(agency, "CWA-2.3", "1998-05-31").Reason);
    }

    [Fact]
    public void A_report_is_one_whatever_it_tells_and_silence_is_none()
    {
        // What a revision says is not asked: one that tells of no event is one among others.
        var (sent, silent) = (_case.Has("SSA"), _case.Has("VA"));
        _case.Sends(sent, "1998-03", "1998-03-10T15:00:00Z");

        Assert.Equal("Met", _case.Statuses(sent, "CWA-2.3", "1998-03-20"));
        Assert.Equal("NotMet", _case.Statuses(silent, "CWA-2.3", "1998-03-20"));
    }

    [Fact]
    public void An_amendment_after_the_due_day_leaves_an_accepted_report_in_time()
    {
        var agency = _case.Has();
        var first = _case.Sends(agency, "1998-03", "1998-03-10T15:00:00Z", accepted: "1998-03-12T15:00:00Z");
        _case.Sends(agency, "1998-03", "1998-03-25T15:00:00Z", revision: 2, accepted: "1998-03-26T15:00:00Z");

        Assert.Equal("Met Met", _case.Statuses(agency, "CWA-2.3", "1998-03-24", "1998-03-27"));
        Assert.Equal([Evidence.Of<MonthlyReport>(first.Id)], _case.Cell(agency, "CWA-2.3", "1998-03-27").Evidence);
    }

    [Fact]
    public void A_report_that_went_back_is_missing_until_it_comes_again_and_then_late()
    {
        var agency = _case.Has();
        _case.Sends(agency, "1998-03", "1998-03-10T15:00:00Z", returned: "1998-03-18T15:00:00Z");
        _case.Sends(agency, "1998-03", "1998-03-20T15:00:00Z", revision: 2);

        Assert.Equal(
            "Met NotMet NotMet MetLate",
            _case.Statuses(agency, "CWA-2.3", "1998-03-17", "1998-03-18", "1998-03-19", "1998-03-20")
        );
        Assert.Equal(
            "Of 1 report due, 1 went back to the agency and did not come again: March 1998.",
            _case.Cell(agency, "CWA-2.3", "1998-03-19").Reason
        );
    }

    [Fact]
    public void A_component_for_which_its_department_speaks_counts_as_the_department_does()
    {
        var department = _case.Has("HHS");
        var bureau = _case.Has("HCFA", department);
        _case.Designates(department, "1998-03-10", coverage: Coverage.SelfAndComponents);
        _case.Sends(department, "1998-03", "1998-03-16T15:00:00Z");

        Assert.Equal(
            "Pending Inherited Inherited",
            _case.Statuses(bureau, "CWA-2.3", "1998-03-15", "1998-03-16", "1998-03-31")
        );
        Assert.Equal(true, _case.Cell(bureau, "CWA-2.3", "1998-03-16").CountsAsMet);
        Assert.Equal(false, _case.Cell(bureau, "CWA-2.3", "1998-03-31").CountsAsMet);
    }

    [Fact]
    public void What_an_excused_component_reports_all_the_same_counts()
    {
        var department = _case.Has("HHS");
        var bureau = _case.Has("HCFA", department);
        _case.Designates(department, "1998-03-10", coverage: Coverage.SelfAndComponents);
        _case.Sends(bureau, "1998-03", "1998-03-16T15:00:00Z");

        Assert.Equal("Met Met", _case.Statuses(bureau, "CWA-2.3", "1998-03-16", "1998-04-30"));
    }

    [Fact]
    public void A_due_day_that_NPR_has_set_takes_the_place_of_the_usual_one()
    {
        var agency = _case.Has();
        _case.DueDays[new(1998, 3)] = Case.Day("1998-03-20");
        _case.Sends(agency, "1998-03", "1998-03-20T15:00:00Z");

        Assert.Equal("Pending Met", _case.Statuses(agency, "CWA-2.3", "1998-03-19", "1998-03-20"));
    }

    [Fact]
    public void An_agency_that_ended_owes_nothing_afterwards_and_stays_as_it_was_on_its_last_day()
    {
        var agency = _case.Has(ended: "1998-07-28");
        foreach (
            var (month, day) in new[]
            {
                ("03", "03-16"),
                ("04", "03-30"),
                ("05", "04-30"),
                ("06", "05-30"),
                ("07", "06-30"),
            }
        )
            _case.Sends(agency, $"1998-{month}", $"1998-{day}T15:00:00Z");
        _case.Sends(agency, "1998-08", "1998-08-20T15:00:00Z");

        Assert.Equal("Met Met Met", _case.Statuses(agency, "CWA-2.3", "1998-07-27", "1998-07-31", "1998-12-31"));
        Assert.Equal(
            "All 5 monthly reports due have come in time; judged on 27 July 1998, its last day.",
            _case.Cell(agency, "CWA-2.3", "1998-12-31").Reason
        );
        Assert.Empty(_case.On("1999-01-01").Agencies);
    }

    [Fact]
    public void The_report_of_january_1999_belongs_to_1999_though_it_was_due_the_day_before()
    {
        var agency = _case.Has();
        foreach (var month in Enumerable.Range(3, 10))
            _case.Sends(agency, $"1998-{month:D2}", "1998-03-16T15:00:00Z");

        Assert.Equal("Met NotMet", _case.Statuses(agency, "CWA-2.3", "1998-12-31", "1999-01-01"));
        Assert.Equal(
            "Of 1 report due, 1 is missing: January 1999.",
            _case.Cell(agency, "CWA-2.3", "1999-01-01").Reason
        );
    }
}
