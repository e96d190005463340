namespace Cwa.Model.Tests;

/// <summary>Annual reports of fiscal year 1998, on their way.</summary>
internal static class Reporting
{
    public const string Words = "We answered 96 of 100 calls in five minutes.";

    public static ServiceStandard Standard(Agency agency, DateOnly? effectiveFrom = null) =>
        new(
            agency.Id,
            "We answer your call within five minutes.",
            "calls answered within five minutes",
            "percent",
            95,
            TargetDirection.AtLeast,
            CustomerGroup.GeneralPublic,
            effectiveFrom ?? new(1997, 10, 1)
        );

    /// <summary>A new agency with a standard and a report in a status, of one statement.</summary>
    public static async Task<(Agency Agency, ServiceStandard Standard, AnnualReport Report)> ReportAsync(
        this Desk desk,
        AnnualReportStatus status,
        Func<ServiceStandard, StatementDraft[]>? says = null,
        string? summary = null,
        int year = 1998
    )
    {
        var agency = await desk.AgencyAsync();
        var standard = Standard(agency);
        var report = new AnnualReport(agency.Id, year, YearBasis.Fiscal, "How we served you", summary);
        report.SetStatements(says?.Invoke(standard) ?? [new(standard.Id, Words, 96, true)]);
        Bring(report, status);
        await desk.SaveAsync(standard, report);
        return (agency, standard, report);
    }

    /// <summary>The next revision of a published report.</summary>
    public static async Task<AnnualReport> RevisedAsync(this Desk desk, AnnualReport report, AnnualReportStatus status)
    {
        var next = report.Revise();
        Bring(next, status);
        await desk.SaveAsync(next);
        return next;
    }

    private static void Bring(AnnualReport report, AnnualReportStatus status)
    {
        if (status == AnnualReportStatus.Draft)
            return;

        report.Submit();
        if (status == AnnualReportStatus.Submitted)
            return;

        if (status == AnnualReportStatus.Returned)
        {
            report.Return("Say it plainly.");
            return;
        }

        report.Clear();
        if (status == AnnualReportStatus.Cleared)
            return;

        report.Publish(new(1998, 12, 1));
        if (status == AnnualReportStatus.Superseded)
            report.Supersede();
    }
}
