using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// The record that cites a plan: its agency and fiscal year, and how its citations are found and made.
/// </summary>
internal sealed record Citer(
    Guid AgencyId,
    int FiscalYear,
    Expression<Func<PlanCitation, bool>> Cites,
    Func<PlanReference, Guid?, DateTime?, PlanCitation> Cite
)
{
    /// <summary>Whether others do not see it yet, so that the citation is not announced.</summary>
    public bool IsDraft { get; private init; }

    public static Citer Of(AnnualReport report) =>
        new(
            report.AgencyId,
            report.Year,
            c => c.AnnualReportId == report.Id,
            (plan, id, at) => PlanCitation.By(report, plan, id, at)
        )
        {
            IsDraft = report.Status == AnnualReportStatus.Draft,
        };

    public static Citer Of(Finding finding) =>
        new(
            finding.AgencyId,
            ReportedYear.FiscalOf(finding.FoundOn).Year,
            c => c.FindingId == finding.Id,
            (plan, id, at) => PlanCitation.By(finding, plan, id, at)
        );

    public static Citer Of(Measurement measurement, Guid agencyId) =>
        new(
            agencyId,
            ReportedYear.FiscalOf(measurement.ToMonth.LastDay).Year,
            c => c.MeasurementId == measurement.Id,
            (plan, id, at) => PlanCitation.By(measurement, plan, id, at)
        );

    /// <summary>The record that makes a stored citation.</summary>
    public static async Task<Citer> OfAsync(PlanCitation citation, Work work, CancellationToken cancellationToken)
    {
        if (citation.AnnualReportId is { } reportId)
            return Of(await work.Db.AnnualReports.SingleAsync(r => r.Id == reportId, cancellationToken));
        if (citation.FindingId is { } findingId)
            return Of(await work.Db.Findings.SingleAsync(f => f.Id == findingId, cancellationToken));

        var measured = await work
            .Db.Measurements.Where(m => m.Id == citation.MeasurementId)
            .Select(m => new { Measurement = m, m.Standard.AgencyId })
            .SingleAsync(cancellationToken);
        return Of(measured.Measurement, measured.AgencyId);
    }

    /// <summary>Announces what became of a citation, unless it is still part of a draft.</summary>
    public void Announce(PlanCitation citation, Work work)
    {
        if (IsDraft)
            work.Audit(citation, AgencyId);
        else
            work.Announce(FeedKind.PlanCited, citation, citation.Id, AgencyId);
    }
}
