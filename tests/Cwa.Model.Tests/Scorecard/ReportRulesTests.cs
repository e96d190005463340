namespace Cwa.Model.Tests;

public sealed class ReportRulesTests
{
    private readonly Case _case = new();

    [Fact]
    public void A_report_at_half_past_three_in_the_morning_UTC_still_counts_for_the_16th()
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
    public void Several_months_are_met_if_all_are_in_time_and_late_if_all_are_there_and_missed_if_one_is_missing()
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
            "All 2 monthly reports due have come on time.",
            _case.Cell(agency, "CWA-2.3", "1998-04-29").Reason
        );
        Assert.Equal("All reports due have come, 1 of 3 late.", _case.Cell(agency, "CWA-2.3", "1998-05-30").Reason);
        Assert.Equal("Of 4 reports due, 1 is missing: June 1998.", _case.Cell(agency, "CWA-2.3", "1998-05-31").Reason);
    }

    [Fact]
    public void One_requested_report_came_after_its_day_or_several_after_theirs()
    {
        var (one, several) = (
            _case.Has("FRB", directive: DirectiveStanding.Requested),
            _case.Has("FDIC", directive: DirectiveStanding.Requested)
        );
        _case.Sends(one, "1998-03", "1998-03-29T15:00:00Z");
        _case.Sends(several, "1998-03", "1998-03-16T15:00:00Z");
        _case.Sends(several, "1998-04", "1998-04-09T15:00:00Z");
        _case.Sends(several, "1998-05", "1998-05-20T15:00:00Z");

        Assert.Equal(
            "1 requested report came, after the day for which it was requested.",
            _case.Cell(one, "CWA-2.3", "1998-03-30").Reason
        );
        Assert.Equal(
            "3 requested reports came, 2 of them after the days for which they were requested.",
            _case.Cell(several, "CWA-2.3", "1998-05-21").Reason
        );
    }

    [Fact]
    public void What_is_only_requested_is_neither_due_nor_late_nor_missing()
    {
        var agency = _case.Has("FRB", directive: DirectiveStanding.Requested);
        _case.Sends(agency, "1998-03", "1998-03-16T15:00:00Z");
        _case.Sends(agency, "1998-04", "1998-04-09T15:00:00Z");

        Assert.Equal(
            [
                "1 requested report came, each by the day for which it was requested.",
                "Of 2 requested reports, 1 has not come: April 1998.",
                "2 requested reports came, 1 of them after the day for which it was requested.",
                "Of 4 requested reports, 2 have not come: May 1998 and June 1998.",
            ],
            new[] { "1998-03-20", "1998-04-01", "1998-04-10", "1998-06-01" }.Select(day =>
                _case.Cell(agency, "CWA-2.3", day).Reason
            )
        );
        Assert.Equal(
            "VoluntaryMet VoluntaryNotReported VoluntaryMet VoluntaryNotReported",
            _case.Statuses(agency, "CWA-2.3", "1998-03-20", "1998-04-01", "1998-04-10", "1998-06-01")
        );
    }

    [Fact]
    public void Any_report_counts_whatever_it_says_and_a_missing_one_does_not()
    {
        // The content of a revision does not matter: a report without events counts like any other.
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
    public void A_returned_report_is_missing_until_it_is_submitted_again_and_then_late()
    {
        var agency = _case.Has();
        _case.Sends(agency, "1998-03", "1998-03-10T15:00:00Z", returned: "1998-03-18T15:00:00Z");
        _case.Sends(agency, "1998-03", "1998-03-20T15:00:00Z", revision: 2);

        Assert.Equal(
            "Met NotMet NotMet MetLate",
            _case.Statuses(agency, "CWA-2.3", "1998-03-17", "1998-03-18", "1998-03-19", "1998-03-20")
        );
        Assert.Equal(
            "Of 1 report due, 1 was returned and not sent again: March 1998.",
            _case.Cell(agency, "CWA-2.3", "1998-03-19").Reason
        );
    }

    [Fact]
    public void A_recalled_report_is_missing_until_the_next_is_submitted_and_that_one_is_late()
    {
        var agency = _case.Has();
        _case.Sends(agency, "1998-03", "1998-03-10T15:00:00Z", recalled: "1998-03-18T15:00:00Z");
        _case.Sends(agency, "1998-03", "1998-03-20T15:00:00Z", revision: 2);

        Assert.Equal(
            "Met NotMet NotMet MetLate",
            _case.Statuses(agency, "CWA-2.3", "1998-03-17", "1998-03-18", "1998-03-19", "1998-03-20")
        );
        Assert.Equal("Of 1 report due, 1 is missing: March 1998.", _case.Cell(agency, "CWA-2.3", "1998-03-19").Reason);
    }

    [Fact]
    public void A_component_represented_by_its_department_has_the_departments_status()
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
    public void A_report_from_an_excused_component_counts()
    {
        var department = _case.Has("HHS");
        var bureau = _case.Has("HCFA", department);
        _case.Designates(department, "1998-03-10", coverage: Coverage.SelfAndComponents);
        _case.Sends(bureau, "1998-03", "1998-03-16T15:00:00Z");

        Assert.Equal("Met Met", _case.Statuses(bureau, "CWA-2.3", "1998-03-16", "1998-04-30"));
    }

    [Fact]
    public void A_due_day_that_NPR_has_set_replaces_the_usual_one()
    {
        var agency = _case.Has();
        _case.DueDays[new(1998, 3)] = Case.Day("1998-03-20");
        _case.Sends(agency, "1998-03", "1998-03-20T15:00:00Z");

        Assert.Equal("Pending Met", _case.Statuses(agency, "CWA-2.3", "1998-03-19", "1998-03-20"));
    }

    [Fact]
    public void A_dissolved_agency_need_not_report_and_keeps_the_status_of_its_last_day()
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
            "All 5 monthly reports due have come on time; judged on 27 July 1998, its last day.",
            _case.Cell(agency, "CWA-2.3", "1998-12-31").Reason
        );
        Assert.Empty(_case.On("1999-01-01").Agencies);
    }

    [Fact]
    public void The_report_of_January_1999_belongs_to_1999_though_it_was_due_in_1998()
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
