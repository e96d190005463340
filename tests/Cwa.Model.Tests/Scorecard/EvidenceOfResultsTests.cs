namespace Cwa.Model.Tests;

/// <summary>What actions 5 and 6 and the executive order rest on, the telling records first.</summary>
public sealed class EvidenceOfResultsTests
{
    private readonly Case _case = new();
    private readonly Agency _agency;

    public EvidenceOfResultsTests() => _agency = _case.Has();

    [Fact]
    public void Standards_that_were_not_measured_come_before_those_that_were()
    {
        var measured = _case.Promises(_agency, "1995-01-01", measuredTo: "1998-05");
        var unmeasured = _case.Promises(_agency, "1998-05-01");
        _case.Promises(_agency, "1998-05-02");
        _case.Promises(_agency, "1995-01-01", withdrawn: "1998-05-31");
        _case.Finds(_agency, FindingAbout.Satisfaction, "1998-05-02");

        var cell = Told("CWA-5.1", "1998-05-31");

        Assert.Equal([Evidence.Of<ServiceStandard>(unmeasured), Evidence.Of<ServiceStandard>(measured)], cell.Evidence);
        Assert.Equal("Of 2 standards, 1 was not measured in 1998; 1 finding led to no action yet.", cell.Reason);
        Assert.Equal("Pending", _case.Statuses(_agency, "CWA-5.1", "1998-05-31"));
    }

    [Fact]
    public void Records_that_tell_as_much_go_by_their_ids()
    {
        Guid[] standards =
        [
            .. Enumerable.Range(0, 4).Select(_ => _case.Promises(_agency, "1995-01-01")).OrderDescending(),
        ];
        _case.Standards.Sort((one, other) => other.Id.CompareTo(one.Id));
        Guid[] problems =
        [
            .. Enumerable.Range(0, 4).Select(_ => _case.FindsProblem(_agency, "1998-05-01").Id).OrderDescending(),
        ];
        _case.Problems.Sort((one, other) => other.Id.CompareTo(one.Id));

        Assert.Equal(standards.Reverse().Select(Evidence.Of<ServiceStandard>), Told("CWA-5.1", "1998-06-01").Evidence);
        Assert.Equal(problems.Reverse().Select(Evidence.Of<SystemicProblem>), Told("CWA-4.4", "1998-06-01").Evidence);

        Guid[] reports = [_case.Publishes(_agency, "1998-05-01"), _case.Publishes(_agency, "1998-05-01", year: 1997)];
        _case.AnnualReports.Sort((one, other) => other.Id.CompareTo(one.Id));
        Assert.Equal(
            reports.OrderDescending().Select(Evidence.Of<AnnualReport>),
            Told("CWA-6.1", "1998-06-01").Evidence
        );
    }

    [Fact]
    public void A_standard_counts_until_the_day_before_it_is_withdrawn()
    {
        _case.Promises(_agency, "1995-01-01", measuredTo: "1998-04", withdrawn: "1998-06-01");

        Assert.Equal(
            "So far, the only standard was measured; the year goes on; no finding waits for an action.",
            Told("CWA-5.1", "1998-05-31").Reason
        );
        Assert.Equal(
            "No service standard has been in force for a whole month, so none was measured.",
            Told("CWA-5.1", "1998-06-01").Reason
        );
        _case.Promises(_agency, "1995-01-01", measuredTo: "1998-04");
        Assert.Equal(
            "In 1998, the only standard was measured; no finding waits for an action.",
            Told("CWA-5.1", "1998-12-31").Reason
        );
    }

    [Fact]
    public void Reports_that_cite_no_plan_come_before_those_that_do()
    {
        var plain = _case.Publishes(_agency, "1998-04-01", year: 1997);
        Assert.Equal(
            "The annual report of fiscal year 1997 cites no plan or report under the three laws.",
            Told("CWA-5.2", "1998-04-01").Reason
        );
        var first = _case.Publishes(_agency, "1998-11-05", cites: true);
        var revised = _case.Publishes(_agency, "1998-12-01");

        Assert.Equal(
            [Evidence.Of<AnnualReport>(plain), Evidence.Of<AnnualReport>(first)],
            Told("CWA-5.2", "1998-12-01").Evidence
        );
        var reported = Told("CWA-6.1", "1998-12-01");
        Assert.Equal(new[] { plain, first, revised }.Select(Evidence.Of<AnnualReport>), reported.Evidence);
    }

    [Fact]
    public void Annual_reports_are_told_by_the_first_of_the_year_and_its_grade_where_it_has_one()
    {
        Assert.Equal("No annual report has been published in 1998.", Told("CWA-6.1", "1998-03-31").Reason);
        Assert.Equal(
            "No annual report that could cite a plan has been published in 1998.",
            Told("CWA-5.2", "1998-03-31").Reason
        );

        _case.Publishes(_agency, "1998-04-01", grade: null, cites: true);

        Assert.Equal(
            "The annual report of fiscal year 1998 was published on 1 April 1998.",
            Told("CWA-6.1", "1998-04-01").Reason
        );
        Assert.Equal(
            "Each annual report so far cites a plan or report under the three laws; the year goes on.",
            Told("CWA-5.2", "1998-04-01").Reason
        );
        Assert.Equal(
            "Each annual report cites a plan or report under the three laws.",
            Told("CWA-5.2", "1998-12-31").Reason
        );
    }

    [Fact]
    public void The_newest_survey_and_the_newest_study_come_first()
    {
        var (survey, newSurvey) = (
            _case.Does(_agency, RecordKind.EmployeeSurvey, "1998-06-01"),
            _case.Does(_agency, RecordKind.EmployeeSurvey, "1998-07-01")
        );
        var (study, newStudy) = (
            _case.Does(_agency, RecordKind.BenchmarkStudy, "1998-06-02"),
            _case.Does(_agency, RecordKind.BenchmarkStudy, "1998-07-02")
        );

        Assert.Equal(
            [
                Evidence.Of<Survey>(newSurvey),
                Evidence.Of<BenchmarkStudy>(newStudy),
                Evidence.Of<Survey>(survey),
                Evidence.Of<BenchmarkStudy>(study),
            ],
            Told("CWA-6.2", "1998-07-02").Evidence
        );
    }

    [Fact]
    public void What_is_missing_of_survey_and_study_is_named()
    {
        var (survey, study) = (_case.Has("VA"), _case.Has("IRS"));
        _case.Does(survey, RecordKind.EmployeeSurvey, "1998-06-01");
        _case.Does(study, RecordKind.BenchmarkStudy, "1998-06-01");

        Assert.Equal(
            "Employees were surveyed, but there is no benchmark study in 1998.",
            _case.Cell(survey, "CWA-6.2", "1998-06-01").Reason
        );
        Assert.Equal(
            "There is a benchmark study, but employees were not surveyed in 1998.",
            _case.Cell(study, "CWA-6.2", "1998-06-01").Reason
        );
        Assert.Equal(
            "There is neither an employee survey nor a benchmark study in 1998.",
            Told("CWA-6.2", "1998-06-01").Reason
        );
        Assert.Equal("Pending NotMet", _case.Statuses(study, "CWA-6.2", "1998-12-30", "1998-12-31"));
        Assert.Equal("Pending NotMet", _case.Statuses(_agency, "CWA-6.2", "1998-12-30", "1998-12-31"));
    }

    private ScorecardCell Told(string requirement, string day) => _case.Cell(_agency, requirement, day);
}
