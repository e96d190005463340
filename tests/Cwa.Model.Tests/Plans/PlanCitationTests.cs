namespace Cwa.Model.Tests;

public sealed class PlanCitationTests
{
    [Fact]
    public void A_citation_has_exactly_one_source()
    {
        var agency = Guid.NewGuid();
        var report = new AnnualReport(agency, 1998, YearBasis.Fiscal, "How we served you in 1998");

        var citation = PlanCitation.By(report, PlanOf(agency));

        Assert.Equal((report.Id, null, null), (citation.AnnualReportId, citation.MeasurementId, citation.FindingId));
    }

    [Fact]
    public void A_report_cannot_cite_the_plan_of_another_agency()
    {
        var report = new AnnualReport(Guid.NewGuid(), 1998, YearBasis.Fiscal, "How we served you in 1998");

        Assert.Throws<ArgumentException>(() => PlanCitation.By(report, PlanOf(Guid.NewGuid())));
    }

    [Fact]
    public void A_measurement_or_a_finding_cites_a_plan_as_well()
    {
        var agency = Guid.NewGuid();
        var plan = PlanOf(agency);
        var standard = new ServiceStandard(
            agency,
            "We answer within a day.",
            "answers",
            "percent",
            95,
            TargetDirection.AtLeast,
            CustomerGroup.Business,
            new(1998, 1, 1)
        );
        var measurement = new Measurement(standard, Samples.April, Samples.April, 96);
        var finding = new Finding(agency, FindingAbout.Satisfaction, "Long waits.", new(1998, 4, 1), agency, null);

        var (byMeasurement, byFinding) = (PlanCitation.By(measurement, plan), PlanCitation.By(finding, plan));

        Assert.Equal(
            (plan.Id, null, measurement.Id, null),
            (byMeasurement.PlanId, byMeasurement.AnnualReportId, byMeasurement.MeasurementId, byMeasurement.FindingId)
        );
        Assert.Equal(
            (plan.Id, null, null, finding.Id),
            (byFinding.PlanId, byFinding.AnnualReportId, byFinding.MeasurementId, byFinding.FindingId)
        );
    }

    [Theory]
    [InlineData(1990)]
    [InlineData(2100)]
    public void The_first_and_the_last_fiscal_year_are_taken(int fiscalYear) =>
        Assert.Equal(fiscalYear, PlanOf(Guid.NewGuid(), fiscalYear).FiscalYear);

    [Theory]
    [InlineData(1989)]
    [InlineData(2101)]
    public void A_fiscal_year_before_1990_or_after_2100_is_refused(int fiscalYear) =>
        Assert.ThrowsAny<ArgumentException>(() => PlanOf(Guid.NewGuid(), fiscalYear));

    private static PlanReference PlanOf(Guid agency, int fiscalYear = 1999) =>
        new(
            agency,
            PlanLaw.Gpra,
            "Annual Performance Plan",
            fiscalYear,
            "Goal 2: service that equals the best in business"
        );
}
