namespace Cwa.Model.Tests;

public sealed class ScorecardTests
{
    private readonly Case _case = new();

    [Fact]
    public void Every_requirement_of_the_six_actions_has_exactly_one_rule_on_any_day() =>
        Assert.Equal(
            Requirements.All.Where(r => r.Action is not null).Select(r => r.Key),
            ScorecardRules.On(Case.Day("1998-03-03")).Select(r => r.Requirement.Key)
        );

    [Fact]
    public void Rates_are_over_directed_agencies_with_a_decided_status_and_participation_is_separate()
    {
        var department = _case.Has("HHS");
        var bureau = _case.Has("HCFA", department);
        var (late, silent) = (_case.Has("SSA"), _case.Has("IRS"));
        var (taking, not) = (
            _case.Has("FRB", directive: DirectiveStanding.Requested),
            _case.Has("FTC", directive: DirectiveStanding.Requested)
        );
        _case.Designates(department, "1998-03-10", coverage: Coverage.SelfAndComponents);
        _case.Designates(late, "1998-03-30");
        _case.Designates(taking, "1998-03-10");

        var scorecard = _case.On("1998-04-15");

        // HHS is met, SSA late, HCFA inherited, IRS not met: three of four. Of the requested, one of two.
        var government = scorecard.Government.Requirements.Single(r => r.Requirement.Key == "CWA-2.1");
        Assert.Equal((4, 2), (scorecard.Government.DirectedAgencies, scorecard.Government.RequestedAgencies));
        Assert.Equal(
            (1, 1, 1, 1, 0),
            (government.Met, government.MetLate, government.Inherited, government.NotMet, government.Pending)
        );
        Assert.Equal((0.75, 0.5), (government.Rate, government.Participation));
        Assert.Equal((3, 4, 0), (government.CountAsMet, government.Decided, government.Undecided));
        var hhs = scorecard
            .Departments.Single(d => d.Agency == department)
            .Rollup.Requirements.Single(r => r.Requirement.Key == "CWA-2.1");
        Assert.Equal((1d, null), (hhs.Rate, hhs.Participation));
        Assert.Equal(["FRB", "FTC", "HHS", "IRS", "SSA"], scorecard.Departments.Select(d => d.Agency.Abbreviation));
        Assert.NotNull(bureau);
        Assert.NotNull(silent);
        Assert.NotNull(not);
    }

    [Fact]
    public void What_is_inherited_from_an_undecided_agency_is_undecided_too()
    {
        var department = _case.Has("HHS");
        _case.Has("HCFA", department);
        _case.Has("FRB", directive: DirectiveStanding.Requested);
        _case.Designates(department, "1998-03-05", coverage: Coverage.SelfAndComponents);

        var told = _case.On("1998-03-10").Government.Requirements.Single(r => r.Requirement.Key == "CWA-2.2");

        Assert.Equal((1, 1, 0, 2), (told.Pending, told.Inherited, told.Decided, told.Undecided));
    }

    [Fact]
    public void Requirements_that_are_not_met_are_counted_for_each_agency_and_together()
    {
        var (silent, other) = (_case.Has("IRS"), _case.Has("SSA"));
        _case.Has("FRB", directive: DirectiveStanding.Requested);
        _case.Designates(other, "1998-03-10");

        var scorecard = _case.On("1998-04-15");

        var notMet = scorecard.Agencies.ToDictionary(
            a => a.Agency.Abbreviation,
            a => a.Cells.Count(c => c.Status == ScorecardStatus.NotMet)
        );
        Assert.Equal(notMet["IRS"], scorecard.Agencies.Single(a => a.Agency == silent).NotMet);
        Assert.True(notMet["IRS"] > notMet["SSA"]);
        Assert.Equal(0, notMet["FRB"]);
        Assert.Equal(
            (2, notMet["IRS"] + notMet["SSA"]),
            (scorecard.Government.AgenciesWithNotMet, scorecard.Government.CellsNotMet)
        );
        var frb = scorecard.Departments.Single(d => d.Agency.Abbreviation == "FRB").Rollup;
        Assert.Equal((0, 0), (frb.AgenciesWithNotMet, frb.CellsNotMet));
    }

    [Fact]
    public void There_is_no_rate_where_nothing_is_decided()
    {
        _case.Has();

        var rollup = _case.On("1998-03-10").Government.Requirements.Single(r => r.Requirement.Key == "CWA-6.1");

        Assert.Equal((1, 0, 1), (rollup.Pending, rollup.Decided, rollup.Undecided));
        Assert.Null(rollup.Rate);
        Assert.Null(rollup.Participation);
    }

    [Fact]
    public void An_agency_is_judged_when_it_was_active_on_a_day_of_the_year_until_this_one()
    {
        _case.Has("GONE", began: "1990-01-01", ended: "1998-03-03");
        var last = _case.Has("LAST", began: "1990-01-01", ended: "1998-03-04");
        var first = _case.Has("NEW", began: "1998-06-01");
        _case.Has("SOON", began: "1998-06-02");

        var scorecard = _case.On("1998-06-01");

        Assert.Equal([last, first], scorecard.Agencies.Select(a => a.Agency));
        Assert.Equal([Case.Day("1998-03-03"), Case.Day("1998-06-01")], scorecard.Agencies.Select(a => a.JudgedOn));
        Assert.Equal((1998, Samples.Noon), (scorecard.Year, scorecard.DataAsOf));
        Assert.All(scorecard.Agencies, a => Assert.Equal((scorecard.AsOf, Samples.Noon), (a.AsOf, a.DataAsOf)));
    }

    [Fact]
    public void An_agency_that_ends_tomorrow_is_judged_as_of_today()
    {
        var agency = _case.Has(ended: "1998-06-02");

        Assert.EndsWith("1998.", _case.Cell(agency, "CWA-6.2", "1998-06-01").Reason, StringComparison.Ordinal);
        Assert.EndsWith(
            "; judged on 1 June 1998, its last day.",
            _case.Cell(agency, "CWA-6.2", "1998-06-02").Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_component_on_any_level_counts_with_the_agency_at_the_top()
    {
        var department = _case.Has("DOC");
        var service = _case.Has("NWS", _case.Has("NOAA", department));
        _case.Has("AAA");

        var scorecard = _case.On("1998-06-01");

        Assert.Equal(["AAA", "DOC"], scorecard.Departments.Select(d => d.Agency.Abbreviation));
        Assert.Equal(3, scorecard.Departments[1].Rollup.DirectedAgencies);
        Assert.Contains(scorecard.Agencies, a => a.Agency == service);
        Assert.Equal(
            Requirements.All.Where(r => r.Action is not null).Select(r => r.Key),
            scorecard.Government.Requirements.Select(r => r.Requirement.Key)
        );
    }

    [Fact]
    public void A_cell_names_five_records_at_most_each_once_and_counts_them_all()
    {
        var agency = _case.Has();
        foreach (var day in Enumerable.Range(10, 6))
            _case.Designates(agency, $"1998-03-{day}", ended: $"1998-03-{day + 1}");

        var cell = _case.Cell(agency, "CWA-2.1", "1998-03-15");

        Assert.Equal((5, 6), (cell.Evidence.Count, cell.EvidenceCount));
    }

    [Fact]
    public void Words_of_judgement_are_plain()
    {
        var agency = _case.Has();
        _case.HoldsInMonths(agency, 4, 6);

        foreach (var day in new[] { "1998-03-10", "1998-08-01", "1998-12-31" })
        {
            Assert.All(
                _case.On(day).Agencies[0].Cells,
                cell =>
                {
                    Assert.EndsWith(".", cell.Reason, StringComparison.Ordinal);
                    Assert.InRange(cell.Reason.Split(' ').Length, 4, 25);
                    Assert.DoesNotContain("violat", cell.Reason, StringComparison.OrdinalIgnoreCase);
                    Assert.DoesNotContain("right", cell.Reason, StringComparison.OrdinalIgnoreCase);
                }
            );
        }
    }

    [Fact]
    public void Every_scorecard_carries_what_the_memorandum_says_about_judicial_review()
    {
        _case.Has();

        var scorecard = _case.On("1998-03-10");

        Assert.Equal(Requirements.Find("CWA-J")!.Text, scorecard.JudicialReview);
        Assert.Equal(Requirements.Find("CWA-J")!.Text, scorecard.Agencies[0].JudicialReview);
    }
}
