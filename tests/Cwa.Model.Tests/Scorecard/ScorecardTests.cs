namespace Cwa.Model.Tests;

public sealed class ScorecardTests
{
    private readonly Case _case = new();

    [Fact]
    public void Every_requirement_of_the_six_actions_has_one_rule_on_any_day() =>
        Assert.Equal(
            Requirements.All.Where(r => r.Action is not null).Select(r => r.Key),
            ScorecardRules.On(Case.Day("1998-03-03")).Select(r => r.Requirement.Key)
        );

    [Fact]
    public void Rates_are_over_directed_agencies_of_which_it_is_decided_and_participation_is_beside_them()
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

        // Met HHS, late SSA, inherited HCFA, not met IRS: three of four. Beside them one of two.
        var government = scorecard.Government.Requirements.Single(r => r.Requirement.Key == "CWA-2.1");
        Assert.Equal((4, 2), (scorecard.Government.DirectedAgencies, scorecard.Government.RequestedAgencies));
        Assert.Equal(
            (1, 1, 1, 1, 0),
            (government.Met, government.MetLate, government.Inherited, government.NotMet, government.Pending)
        );
        Assert.Equal((0.75, 0.5), (government.Rate, government.Participation));
        Assert.Equal((3, 4), (government.CountAsMet, government.Decided));
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
    public void Where_nothing_is_decided_there_is_no_rate()
    {
        _case.Has();

        var rollup = _case.On("1998-03-10").Government.Requirements.Single(r => r.Requirement.Key == "CWA-6.1");

        Assert.Equal((1, 0), (rollup.Pending, rollup.Decided));
        Assert.Null(rollup.Rate);
        Assert.Null(rollup.Participation);
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
