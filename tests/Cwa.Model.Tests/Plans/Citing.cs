namespace Cwa.Model.Tests;

/// <summary>What can cite a plan, and the verb by which it does.</summary>
internal static class Citing
{
    public static async Task<AnnualReport> AnnualReportOfAsync(this Desk desk, Agency agency, bool submitted = false)
    {
        var standard = Standard(agency);
        var report = new AnnualReport(agency.Id, 1998, YearBasis.Fiscal, "How we served you");
        if (submitted)
        {
            report.SetStatements([new(standard.Id, "We answered most letters.", null, null)]);
            report.Submit();
        }

        await desk.SaveAsync(standard, report);
        return report;
    }

    public static async Task<Measurement> MeasurementOfAsync(this Desk desk, Agency agency)
    {
        var standard = Standard(agency);
        var measurement = new Measurement(standard, new(1997, 10), new(1998, 9), 96);
        await desk.SaveAsync(standard, measurement);
        return measurement;
    }

    public static async Task<Finding> FindingOfAsync(this Desk desk, Agency agency)
    {
        var report = Samples.Submitted(agency);
        var @event = new Event(report, Samples.Facts(), []);
        var finding = new Finding(
            agency.Id,
            FindingAbout.Satisfaction,
            "Long waits.",
            new(1998, 9, 30),
            @event.Id,
            null
        );
        await desk.SaveAsync(report, @event, finding);
        return finding;
    }

    public static ServiceStandard Standard(Agency agency) =>
        new(
            agency.Id,
            "We answer within a day.",
            "answers",
            "percent",
            95,
            TargetDirection.AtLeast,
            CustomerGroup.Veterans,
            new(1995, 1, 1)
        );

    public static CitePlan Cite(AnnualReport report) => Cite(new PlanCiterInput { AnnualReportId = report.AsId() });

    public static CitePlan Cite(PlanCiterInput citer) =>
        new()
        {
            Law = PlanLaw.Gpra,
            Document = "Performance Plan",
            FiscalYear = 1999,
            Section = "Goal 2",
            CitedBy = citer,
        };
}
