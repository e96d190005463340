namespace Cwa.Model.Tests;

/// <summary>What action 2 rests on, the telling records first.</summary>
public sealed class EvidenceOfReportsTests
{
    private readonly Case _case = new();
    private readonly Agency _agency;

    public EvidenceOfReportsTests() => _agency = _case.Has();

    [Fact]
    public void The_first_liaison_is_named_first_and_then_the_newest()
    {
        var third = _case.Designates(_agency, "1998-05-01");
        var first = _case.Designates(_agency, "1998-03-10", ended: "1998-04-01");
        var second = _case.Designates(_agency, "1998-04-01", ended: "1998-05-01");
        _case.Designates(_agency, "1998-08-01");

        Assert.Equal(
            new[] { first, third, second }.Select(l => Evidence.Of<Liaison>(l.Id)),
            Told("CWA-2.1", "1998-06-01").Evidence
        );
    }

    [Fact]
    public void A_liaison_that_ended_is_named_with_the_day()
    {
        _case.Designates(_agency, "1998-03-10", ended: "1998-04-01");
        var last = _case.Designates(_agency, "1998-04-01", ended: "1998-05-01");

        var cell = Told("CWA-2.1", "1998-06-01");

        Assert.Equal([Evidence.Of<Liaison>(last.Id)], cell.Evidence);
        Assert.Equal("The liaison's designation ended on 1 May 1998, and nobody has followed.", cell.Reason);
    }

    [Fact]
    public void A_component_whose_own_liaison_followed_the_one_above_was_in_time()
    {
        var bureau = _case.Has("HCFA", _agency);
        _case.Designates(_agency, "1998-03-16", coverage: Coverage.SelfAndComponents);
        _case.Designates(bureau, "1998-06-01");

        var cell = _case.Cell(bureau, "CWA-2.1", "1998-06-01");

        Assert.Equal(
            (ScorecardStatus.Met, "SSA spoke for it on the due day, and a liaison of its own followed."),
            (cell.Status, cell.Reason)
        );
        Assert.Equal("MetLate", _case.Statuses(LateComponent(), "CWA-2.1", "1998-06-01"));
    }

    [Fact]
    public void What_NPR_was_told_first_counts_and_what_is_missing_is_named()
    {
        Assert.Equal("NPR has been told neither of a liaison nor of any events.", Told("CWA-2.2", "1998-03-09").Reason);
        var late = _case.Designates(_agency, "1998-03-10", told: "1998-03-12T15:00:00Z", ended: "1998-03-11");
        var early = _case.Designates(_agency, "1998-03-11", told: "1998-03-11T15:00:00Z");
        Assert.Equal(
            "NPR has been told of a liaison, but has no list of events.",
            Told("CWA-2.2", "1998-03-12").Reason
        );
        var second = _case.Sends(_agency, "1998-03", "1998-03-14T15:00:00Z", revision: 2);
        var first = _case.Sends(_agency, "1998-03", "1998-03-13T15:00:00Z");

        var cell = Told("CWA-2.2", "1998-03-14");

        Assert.Equal([Evidence.Of<Liaison>(early.Id), Evidence.Of<MonthlyReport>(first.Id)], cell.Evidence);
        Assert.Equal(
            "NPR was told of a liaison on 11 March 1998 and got the first list of events on 13 March 1998.",
            cell.Reason
        );
        Assert.NotEqual(late.Id, second.Id);
    }

    [Fact]
    public void What_NPR_is_told_as_a_day_ends_is_of_the_next_day()
    {
        _case.Designates(_agency, "1998-03-10", told: "1998-03-13T05:00:00Z");
        _case.Sends(_agency, "1998-03", "1998-03-13T05:00:00Z");

        Assert.Equal("Pending Met", _case.Statuses(_agency, "CWA-2.2", "1998-03-12", "1998-03-13"));
        Assert.Empty(Told("CWA-2.2", "1998-03-12").Evidence);
    }

    [Fact]
    public void An_agency_that_began_later_tells_NPR_by_the_day_on_which_its_own_first_report_is_due()
    {
        var (young, old) = (_case.Has("NEW", began: "1998-07-01"), _case.Has("OLD", began: "1990-01-01"));

        Assert.Equal("Pending NotMet", _case.Statuses(young, "CWA-2.2", "1998-07-13", "1998-07-14"));
        Assert.Equal("Pending NotMet", _case.Statuses(old, "CWA-2.2", "1998-03-15", "1998-03-16"));

        _case.DueDays[new(1998, 7)] = Case.Day("1998-07-20");
        _case.DueDays[new(1998, 3)] = Case.Day("1998-03-20");
        Assert.Equal("Pending NotMet", _case.Statuses(young, "CWA-2.2", "1998-07-19", "1998-07-20"));
        Assert.Equal("Pending NotMet", _case.Statuses(old, "CWA-2.2", "1998-03-19", "1998-03-20"));
    }

    [Fact]
    public void Reports_that_went_back_or_came_late_are_named_before_those_in_time()
    {
        var march = _case.Sends(_agency, "1998-03", "1998-03-16T15:00:00Z");
        var april = _case.Sends(_agency, "1998-04", "1998-04-02T15:00:00Z");
        var may = _case.Sends(_agency, "1998-05", "1998-04-30T15:00:00Z");
        var june = _case.Sends(_agency, "1998-06", "1998-05-30T15:00:00Z", returned: "1998-05-31T15:00:00Z");

        var cell = Told("CWA-2.3", "1998-06-29");

        Assert.Equal(new[] { june, april, may, march }.Select(r => Evidence.Of<MonthlyReport>(r.Id)), cell.Evidence);
        Assert.Equal("Of 4 reports due, 1 was returned and not sent again: June 1998.", cell.Reason);
    }

    [Fact]
    public void Reports_of_which_one_went_back_and_one_never_came_are_missing()
    {
        _case.Sends(_agency, "1998-03", "1998-03-16T15:00:00Z", returned: "1998-03-17T15:00:00Z");

        Assert.Equal(
            "Of 2 reports due, 2 are missing: March 1998 and April 1998.",
            Told("CWA-2.3", "1998-03-31").Reason
        );
        Assert.Equal("No monthly report has come due in 1998 yet.", Told("CWA-2.3", "1998-03-15").Reason);
    }

    [Fact]
    public void The_accepted_revision_is_named_and_not_the_amendment_that_went_back()
    {
        var accepted = _case.Sends(_agency, "1998-03", "1998-03-10T15:00:00Z", accepted: "1998-03-11T15:00:00Z");
        _case.Sends(_agency, "1998-03", "1998-03-12T15:00:00Z", revision: 2, returned: "1998-03-13T15:00:00Z");

        Assert.Equal([Evidence.Of<MonthlyReport>(accepted.Id)], Told("CWA-2.3", "1998-03-20").Evidence);
    }

    [Fact]
    public void An_excused_component_names_who_speaks_for_it_or_spoke_when_it_was_due()
    {
        var bureau = _case.Has("HCFA", _agency);
        var early = _case.Designates(_agency, "1998-03-10", coverage: Coverage.SelfAndComponents, ended: "1998-03-17");
        Assert.Equal([Evidence.Of<Liaison>(early.Id)], _case.Cell(bureau, "CWA-2.3", "1998-03-16").Evidence);

        var after = _case.Cell(bureau, "CWA-2.3", "1998-03-18");

        Assert.Equal((ScorecardStatus.Inherited, _agency), (after.Status, after.InheritedFrom));
        Assert.Equal([Evidence.Of<Liaison>(early.Id)], after.Evidence);
        Assert.Equal("No report of its own is expected: the liaison of SSA speaks for it too.", after.Reason);
    }

    [Fact]
    public void Who_speaks_for_a_component_now_is_named_before_whoever_did_when_it_was_due()
    {
        var bureau = _case.Has("HCFA", _agency);
        _case.Designates(_agency, "1998-03-10", coverage: Coverage.SelfAndComponents, ended: "1998-03-17");
        var now = _case.Designates(_agency, "1998-03-17", coverage: Coverage.SelfAndComponents);

        Assert.Equal([Evidence.Of<Liaison>(now.Id)], _case.Cell(bureau, "CWA-2.3", "1998-03-18").Evidence);
    }

    [Fact]
    public void A_component_that_a_late_department_excused_names_who_spoke_at_the_end_of_the_month()
    {
        var bureau = _case.Has("HCFA", _agency);
        var late = _case.Designates(_agency, "1998-03-20", coverage: Coverage.SelfAndComponents, ended: "1998-04-10");
        _case.DueDays[new(1998, 4)] = Case.Day("1998-12-01");

        Assert.Equal([Evidence.Of<Liaison>(late.Id)], _case.Cell(bureau, "CWA-2.3", "1998-04-15").Evidence);
    }

    private Agency LateComponent()
    {
        var bureau = _case.Has("SSI", _case.Has("HHS"));
        _case.Designates(bureau, "1998-06-01");
        return bureau;
    }

    private ScorecardCell Told(string requirement, string day) => _case.Cell(_agency, requirement, day);
}
