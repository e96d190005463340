namespace Cwa.Model.Tests;

public sealed class ReportDutyTests
{
    private static readonly DateOnly Later = new(1998, 12, 31);
    private static readonly ReportMonth March = new(1998, 3),
        April = new(1998, 4);

    private readonly Agency _department = Samples.Agency(),
        _bureau;

    public ReportDutyTests() => _bureau = Samples.Agency(_department);

    [Fact]
    public void An_agency_with_a_liaison_of_its_own_must_report() =>
        Assert.Equal(ReportDuty.Owed, Of(_bureau, April, Covering(new(1998, 3, 10)), Samples.Liaison(_bureau)));

    [Fact]
    public void A_component_represented_by_its_department_is_excused() =>
        Assert.Equal(ReportDuty.Excused, Of(_bureau, April, Covering(new(1998, 3, 10))));

    [Fact]
    public void An_agency_without_any_liaison_must_report() => Assert.Equal(ReportDuty.Owed, Of(_bureau, April));

    [Fact]
    public void Components_stay_excused_when_their_department_reports_late() =>
        Assert.Equal(ReportDuty.Excused, Of(_bureau, March, Covering(new(1998, 3, 20))));

    [Fact]
    public void A_component_excused_on_the_due_day_stays_excused_for_the_month()
    {
        var own = Samples.Liaison(_bureau, designatedOn: new(1998, 4, 20));

        Assert.Equal(ReportDuty.Excused, Of(_bureau, April, Covering(new(1998, 3, 10)), own));
        Assert.Equal(ReportDuty.Owed, Of(_bureau, new(1998, 5), Covering(new(1998, 3, 10)), own));
    }

    [Fact]
    public void A_future_month_is_judged_by_the_designations_of_today()
    {
        var own = Samples.Liaison(_bureau, designatedOn: new(1998, 5, 20));

        Assert.Equal(
            ReportDuty.Excused,
            Of(_bureau, new(1998, 8), new DateOnly(1998, 5, 19), Covering(new(1998, 3, 10)), own)
        );
        Assert.Equal(
            ReportDuty.Owed,
            Of(_bureau, new(1998, 8), new DateOnly(1998, 5, 20), Covering(new(1998, 3, 10)), own)
        );
    }

    [Fact]
    public void No_report_is_expected_before_the_memorandum_or_outside_an_agencys_lifetime()
    {
        var brief = Samples.Agency(began: new(1998, 5, 15), ended: new(1998, 8, 1));

        Assert.Equal(ReportDuty.None, Of(_department, new(1998, 2)));
        Assert.Equal(ReportDuty.None, Of(brief, April));
        Assert.Equal(ReportDuty.Owed, Of(brief, new(1998, 5)));
        Assert.Equal(ReportDuty.Owed, Of(brief, new(1998, 7)));
        Assert.Equal(ReportDuty.None, Of(brief, new(1998, 8)));
    }

    private Liaison Covering(DateOnly from) =>
        Samples.Liaison(_department, coverage: Coverage.SelfAndComponents, designatedOn: from);

    private ReportDuty Of(Agency agency, ReportMonth month, params Liaison[] liaisons) =>
        Of(agency, month, Later, liaisons);

    private ReportDuty Of(Agency agency, ReportMonth month, DateOnly asOf, params Liaison[] liaisons) =>
        new ReportDuties(new([_department, _bureau], liaisons), new()).Of(agency, month, asOf);
}
