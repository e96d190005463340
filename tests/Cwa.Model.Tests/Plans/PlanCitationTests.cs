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
    public void A_report_cites_no_other_agency_s_plan()
    {
        var report = new AnnualReport(Guid.NewGuid(), 1998, YearBasis.Fiscal, "How we served you in 1998");

        Assert.Throws<ArgumentException>(() => PlanCitation.By(report, PlanOf(Guid.NewGuid())));
    }

    [Theory]
    [InlineData(1989)]
    [InlineData(2101)]
    public void A_fiscal_year_outside_the_laws_time_is_refused(int fiscalYear) =>
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
