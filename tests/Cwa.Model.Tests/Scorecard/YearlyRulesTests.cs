namespace Cwa.Model.Tests;

/// <summary>The rules of actions 4 to 6.</summary>
public sealed class YearlyRulesTests
{
    private readonly Case _case = new();

    [Fact]
    public void A_complaint_process_of_1998_meets_the_requirement_and_one_of_1999_is_late()
    {
        var (first, second, none) = (_case.Has("SSA"), _case.Has("VA"), _case.Has("IRS"));
        _case.PutsInPlace(first, "1998-12-31");
        _case.PutsInPlace(second, "1999-01-01");

        Assert.Equal("Pending Met Met", _case.Statuses(first, "CWA-4.1", "1998-12-30", "1998-12-31", "1999-05-01"));
        Assert.Equal("NotMet MetLate", _case.Statuses(second, "CWA-4.1", "1998-12-31", "1999-01-01"));
        Assert.Equal(
            "Pending NotMet NotMet",
            _case.Statuses(none, "CWA-4.1", "1998-12-30", "1998-12-31", "1999-01-01")
        );
    }

    [Fact]
    public void Figures_for_every_month_since_the_process_and_one_analysis_meet_the_requirement_at_the_end_of_the_year()
    {
        var agency = _case.Has();
        _case.PutsInPlace(agency, "1998-06-15");
        _case.GivesFigures(agency, 7, 12);
        _case.Does(agency, RecordKind.Analysis, "1998-10-01");

        Assert.Equal("Pending Met", _case.Statuses(agency, "CWA-4.3", "1998-12-30", "1998-12-31"));
    }

    [Fact]
    public void Figures_for_a_year_are_those_of_its_months_once_it_is_over()
    {
        var (calendar, fiscal) = (_case.Has("SSA"), _case.Has("VA"));
        foreach (var agency in new[] { calendar, fiscal })
        {
            _case.PutsInPlace(agency, "1998-06-15");
            _case.Does(agency, RecordKind.Analysis, "1998-09-01");
        }

        _case.GivesFigures(calendar, new ReportMonth(1998, 1), new(1998, 12));
        _case.GivesFigures(fiscal, new ReportMonth(1997, 10), new(1998, 9));
        _case.GivesFigures(fiscal, 10, 12);

        Assert.Equal("Pending Met", _case.Statuses(calendar, "CWA-4.3", "1998-12-30", "1998-12-31"));
        Assert.Equal(
            "Pending Pending Met",
            _case.Statuses(fiscal, "CWA-4.3", "1998-09-29", "1998-09-30", "1998-12-31")
        );
        Assert.Equal(
            "Complaint figures are missing for July 1998 and August 1998.",
            _case.Cell(fiscal, "CWA-4.3", "1998-09-29").Reason
        );
        Assert.StartsWith(
            "No month lacks complaint figures so far",
            _case.Cell(fiscal, "CWA-4.3", "1998-09-30").Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_month_without_figures_or_a_year_without_an_analysis_is_not_met()
    {
        var (gap, idle, changed, none) = (_case.Has("SSA"), _case.Has("VA"), _case.Has("IRS"), _case.Has("INS"));
        foreach (var agency in new[] { gap, idle, changed })
            _case.PutsInPlace(agency, "1998-06-15");
        _case.GivesFigures(gap, 7, 10);
        _case.GivesFigures(gap, 12, 12);
        _case.Does(gap, RecordKind.Analysis, "1998-10-01");
        _case.GivesFigures(idle, 7, 12);
        _case.GivesFigures(changed, 7, 12);
        _case.FindsProblem(changed, "1998-07-01", ("1998-08-01", null));

        Assert.Equal("Pending NotMet", _case.Statuses(gap, "CWA-4.3", "1998-11-30", "1998-12-31"));
        Assert.Equal(
            "Complaint figures are missing for November 1998.",
            _case.Cell(gap, "CWA-4.3", "1998-12-31").Reason
        );
        Assert.Equal("NotMet", _case.Statuses(idle, "CWA-4.3", "1998-12-31"));
        Assert.Equal("Met", _case.Statuses(changed, "CWA-4.3", "1998-12-31"));
        Assert.Equal("Pending NotMet", _case.Statuses(none, "CWA-4.3", "1998-12-30", "1998-12-31"));
    }

    [Fact]
    public void Every_problem_needs_a_change_whose_effect_was_measured()
    {
        var (solved, open, unmeasured) = (_case.Has("SSA"), _case.Has("VA"), _case.Has("IRS"));
        _case.FindsProblem(solved, "1998-05-01", ("1998-06-01", "1998-09-01"));
        _case.FindsProblem(open, "1998-05-01", ("1998-06-01", "1998-09-01"));
        _case.FindsProblem(open, "1998-11-01");
        _case.FindsProblem(unmeasured, "1998-05-01", ("1998-06-01", null));

        Assert.Equal("Pending Met", _case.Statuses(solved, "CWA-4.4", "1998-10-01", "1998-12-31"));
        Assert.Equal("Pending NotMet", _case.Statuses(open, "CWA-4.4", "1998-10-01", "1998-12-31"));
        Assert.Equal("NotMet", _case.Statuses(unmeasured, "CWA-4.4", "1998-12-31"));
    }

    [Fact]
    public void Without_a_problem_there_is_nothing_to_solve_and_nothing_to_judge()
    {
        var (agency, requested) = (_case.Has("SSA"), _case.Has("FRB", directive: DirectiveStanding.Requested));

        Assert.Equal("NotMeasurable NotMeasurable", _case.Statuses(agency, "CWA-4.4", "1998-05-01", "1998-12-31"));
        Assert.Equal("NotMeasurable", _case.Statuses(requested, "CWA-4.4", "1998-12-31"));
        Assert.Null(_case.Cell(agency, "CWA-4.4", "1998-12-31").CountsAsMet);
    }

    [Fact]
    public void Each_standard_that_was_in_force_for_a_whole_month_is_measured_within_the_year()
    {
        var (all, some, none, recent) = (_case.Has("SSA"), _case.Has("VA"), _case.Has("IRS"), _case.Has("INS"));
        _case.Promises(all, "1995-01-01", measuredTo: "1998-09");
        _case.Promises(some, "1995-01-01", measuredTo: "1998-09");
        _case.Promises(some, "1998-11-01");
        _case.Promises(recent, "1995-01-01", measuredTo: "1998-12");
        _case.Promises(recent, "1998-12-02");
        _case.Promises(recent, "1995-01-01", withdrawn: "1998-06-01");

        Assert.Equal("Pending Pending Met", _case.Statuses(all, "CWA-5.1", "1998-09-29", "1998-09-30", "1998-12-31"));
        Assert.Equal("NotMet", _case.Statuses(some, "CWA-5.1", "1998-12-31"));
        Assert.Equal(
            "Of 2 standards, 1 was not measured in 1998; no finding waits for an action.",
            _case.Cell(some, "CWA-5.1", "1998-12-31").Reason
        );
        Assert.Equal("NotMet", _case.Statuses(none, "CWA-5.1", "1998-12-31"));
        Assert.Equal("Met", _case.Statuses(recent, "CWA-5.1", "1998-12-31"));
    }

    [Fact]
    public void Findings_without_an_action_are_counted()
    {
        var agency = _case.Has();
        _case.Promises(agency, "1995-01-01", measuredTo: "1998-09");
        _case.Finds(agency, FindingAbout.Satisfaction, "1998-05-01");
        _case.Finds(agency, FindingAbout.Satisfaction, "1998-05-02", acted: "1998-06-01");
        _case.Finds(agency, FindingAbout.Satisfaction, "1998-05-03", acted: "1998-12-31");

        Assert.EndsWith(
            "; 2 findings led to no action yet.",
            _case.Cell(agency, "CWA-5.1", "1998-12-30").Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_annual_report_is_met_once_published_and_integrated_once_it_cites_a_plan()
    {
        var (citing, plain, none) = (_case.Has("SSA"), _case.Has("VA"), _case.Has("IRS"));
        _case.Publishes(citing, "1998-11-05");
        _case.Publishes(citing, "1998-12-01", cites: true);
        _case.Publishes(plain, "1998-11-05");

        Assert.Equal("Pending Met Met", _case.Statuses(citing, "CWA-6.1", "1998-11-04", "1998-11-05", "1998-12-31"));
        Assert.Equal(
            "Pending Pending Met",
            _case.Statuses(citing, "CWA-5.2", "1998-11-30", "1998-12-01", "1998-12-31")
        );
        Assert.Equal(
            "The annual report of fiscal year 1998 was published on 5 November 1998; it reads at school grade 8.1.",
            _case.Cell(citing, "CWA-6.1", "1998-12-31").Reason
        );
        Assert.Equal("Pending NotMet", _case.Statuses(plain, "CWA-5.2", "1998-12-30", "1998-12-31"));
        Assert.Equal("NotMet", _case.Statuses(none, "CWA-6.1", "1998-12-31"));
        Assert.Equal("NotMet", _case.Statuses(none, "CWA-5.2", "1998-12-31"));
        Assert.Equal("Pending", _case.Statuses(citing, "CWA-6.1", "1999-01-01"));
    }

    [Fact]
    public void Employees_must_be_surveyed_and_service_compared_within_the_year()
    {
        var (both, survey, early) = (_case.Has("SSA"), _case.Has("VA"), _case.Has("IRS"));
        _case.Does(both, RecordKind.EmployeeSurvey, "1998-06-01");
        _case.Does(both, RecordKind.BenchmarkStudy, "1998-07-01");
        _case.Does(survey, RecordKind.EmployeeSurvey, "1998-06-01");
        _case.Does(survey, RecordKind.CustomerSurvey, "1998-06-01");
        _case.Does(early, RecordKind.EmployeeSurvey, "1998-03-02");
        _case.Does(early, RecordKind.BenchmarkStudy, "1998-03-03");

        Assert.Equal("Pending Met Met", _case.Statuses(both, "CWA-6.2", "1998-06-30", "1998-07-01", "1998-12-31"));
        Assert.Equal("Pending NotMet", _case.Statuses(survey, "CWA-6.2", "1998-12-30", "1998-12-31"));
        Assert.Equal("NotMet", _case.Statuses(early, "CWA-6.2", "1998-12-31"));
    }

    [Fact]
    public void A_dissolved_agency_is_not_held_to_the_whole_year()
    {
        var agency = _case.Has(ended: "1998-07-28");
        _case.Does(agency, RecordKind.EmployeeSurvey, "1998-06-01");
        _case.Does(agency, RecordKind.BenchmarkStudy, "1998-08-01");

        Assert.Equal("Pending Pending", _case.Statuses(agency, "CWA-6.2", "1998-07-27", "1998-12-31"));
        Assert.Equal(
            "Employees were surveyed, but there is no benchmark study in 1998; judged on 27 July 1998, its last day.",
            _case.Cell(agency, "CWA-6.2", "1998-12-31").Reason
        );
    }

    [Fact]
    public void The_eight_actions_of_the_executive_order_are_judged_by_their_evidence()
    {
        var (busy, silent) = (_case.Has("SSA"), _case.Has("VA"));
        _case.Areas.Add(new(busy.Id, Guid.CreateVersion7(), StateCode.CA, 10, 10));
        _case.Does(busy, RecordKind.CustomerSurvey, "1998-06-01");
        _case.Promises(busy, "1995-01-01", measuredTo: "1998-05");
        _case.Does(busy, RecordKind.BenchmarkStudy, "1998-06-01");
        _case.Does(busy, RecordKind.EmployeeSurvey, "1998-06-01");
        foreach (var means in new[] { Channel.Mail, Channel.Web })
            _case.Deliveries.Add(new(busy.Id, Guid.CreateVersion7(), "Permits", means, null, new(1998, 4, 14)));
        _case.PutsInPlace(busy, "1998-05-01", channels: 2);

        Assert.Equal("EO-a EO-b EO-c EO-d EO-e EO-f EO-g EO-h", Seen(busy));
        Assert.Equal("", Seen(silent));

        string Seen(Agency agency) =>
            string.Join(
                ' ',
                _case
                    .On("1998-06-30")
                    .Agencies.Single(a => a.Agency == agency)
                    .ExecutiveOrderActions.Where(a => a.Seen && a.EvidenceCount > 0)
                    .Select(a => a.Action.Key)
            );
    }
}
