namespace Cwa.Model.Tests;

/// <summary>What the requirements about complaints rest on, the telling records first.</summary>
public sealed class EvidenceOfComplaintsTests
{
    private readonly Case _case = new();
    private readonly Agency _agency;

    public EvidenceOfComplaintsTests() => _agency = _case.Has();

    [Fact]
    public void A_complaint_process_is_due_with_the_first_year_of_the_agency()
    {
        var (young, old) = (_case.Has("NEW", began: "1999-05-01"), _case.Has("OLD", began: "1990-01-01"));

        Assert.Equal("Pending NotMet", _case.Statuses(young, "CWA-4.1", "1999-12-30", "1999-12-31"));
        Assert.Equal("Pending NotMet", _case.Statuses(old, "CWA-4.1", "1998-12-30", "1998-12-31"));
    }

    [Fact]
    public void A_complaint_process_is_judged_by_the_first_that_was_in_place()
    {
        var later = _case.PutsInPlace(_agency, "1998-06-02");
        var first = _case.PutsInPlace(_agency, "1998-06-01");
        _case.PutsInPlace(_agency, "1998-06-04");

        var cell = Told("CWA-4.1", "1998-06-03");

        Assert.Equal([Evidence.Of<ComplaintProcess>(first), Evidence.Of<ComplaintProcess>(later)], cell.Evidence);
        Assert.Equal("A process to address complaints has been in place since 1 June 1998.", cell.Reason);
    }

    [Fact]
    public void What_was_learned_comes_before_the_figures_and_both_the_newest_first()
    {
        _case.PutsInPlace(_agency, "1998-07-01");
        var figures = _case.GivesFigures(_agency, 6, 8);
        var (early, late) = (
            _case.Does(_agency, RecordKind.Analysis, "1998-08-01"),
            _case.Does(_agency, RecordKind.Analysis, "1998-08-20")
        );
        var changes = _case.FindsProblem(_agency, "1998-07-02", ("1998-07-10", null), ("1998-07-20", null)).Changes;

        var cell = _case.Cell(_agency, "CWA-4.3", "1998-08-31");

        Assert.Equal(
            [
                Evidence.Of<Analysis>(late),
                Evidence.Of<Analysis>(early),
                Evidence.Of<ProcessChange>(changes[1].Id),
                Evidence.Of<ProcessChange>(changes[0].Id),
                Evidence.Of<ComplaintMetric>(figures[2]),
            ],
            cell.Evidence
        );
        Assert.Equal((6, ScorecardStatus.Pending), (cell.EvidenceCount, cell.Status));
        Assert.Equal(
            "No month lacks complaint figures so far, and they were analyzed or led to a changed process; "
                + "the year goes on.",
            cell.Reason
        );
    }

    [Fact]
    public void Figures_are_owed_from_the_first_whole_month_of_the_process()
    {
        _case.PutsInPlace(_agency, "1998-07-01");
        Assert.Equal("Complaint figures are missing for July 1998.", Told("CWA-4.3", "1998-07-31").Reason);

        _case.GivesFigures(_agency, 7, 7);
        Assert.Equal(
            "No month lacks complaint figures, but nothing has been analyzed or changed in 1998.",
            Told("CWA-4.3", "1998-07-31").Reason
        );
        Assert.StartsWith(
            "There is no process to address complaints yet",
            Told("CWA-4.3", "1998-06-30").Reason,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_year_whose_figures_were_looked_at_says_so()
    {
        _case.PutsInPlace(_agency, "1998-12-01");
        _case.GivesFigures(_agency, 12, 12);
        _case.Does(_agency, RecordKind.Analysis, "1998-12-31");

        Assert.Equal(
            "Every month has complaint figures, and they were analyzed or led to a changed process.",
            Told("CWA-4.3", "1998-12-31").Reason
        );
    }

    [Fact]
    public void Problems_that_wait_come_before_those_that_were_solved()
    {
        var solved = _case.FindsProblem(_agency, "1998-05-01", ("1998-06-01", null), ("1998-06-01", "1998-09-01"));
        Assert.Equal(
            "1 of 1 problem found waits for a change whose effect is measured.",
            Told("CWA-4.4", "1998-08-31").Reason
        );
        Assert.Equal(
            "For the only problem found so far, the effect of a change was measured; the year goes on.",
            Told("CWA-4.4", "1998-09-01").Reason
        );
        Assert.Equal(
            "For the only problem found, a process was changed and the effect measured.",
            Told("CWA-4.4", "1998-12-31").Reason
        );

        var second = _case.FindsProblem(_agency, "1998-10-02");
        var first = _case.FindsProblem(_agency, "1998-10-01");

        var cell = Told("CWA-4.4", "1998-10-02");
        Assert.Equal("2 of 3 problems found wait for a change whose effect is measured.", cell.Reason);
        Assert.Equal(new[] { first, second, solved }.Select(p => Evidence.Of<SystemicProblem>(p.Id)), cell.Evidence);
    }

    private ScorecardCell Told(string requirement, string day) => _case.Cell(_agency, requirement, day);
}
