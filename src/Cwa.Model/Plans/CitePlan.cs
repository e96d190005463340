using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Records that an annual report, a measurement or a finding cites a place in a plan or report required by law, to show
/// where it was integrated (action 5). Each annual report cites at least one.
/// </summary>
[By(Role.Agency)]
public sealed record CitePlan : Verb<PlanCitation>
{
    /// <summary>The law that requires the document.</summary>
    public required PlanLaw Law { get; init; }

    /// <summary>The title of the document.</summary>
    [MaxLength(PlanReference.LongestDocument)]
    public required string Document { get; init; }

    /// <summary>The fiscal year of the document, named for the year it ends in, from 1990 to 2100.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>The chapter, goal or page where a reader can find it.</summary>
    [MaxLength(PlanReference.LongestSection)]
    public required string Section { get; init; }

    /// <summary>What cites the place.</summary>
    public required PlanCiterInput CitedBy { get; init; }

    /// <inheritdoc/>
    public override async Task<PlanCitation?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (FiscalYear is < PlanReference.FirstFiscalYear or > PlanReference.LastFiscalYear)
            work.Refuse(
                new YearOutOfRange(PlanReference.FirstFiscalYear, PlanReference.LastFiscalYear),
                nameof(FiscalYear)
            );
        if (await CiterAsync(CitedBy, work, cancellationToken) is not { } citer)
            return null;

        if (Math.Abs((long)FiscalYear - citer.FiscalYear) > FarYears)
            work.Warn(
                $"The document is of fiscal year {FiscalYear}, but the record that cites it is of {citer.FiscalYear}.",
                "fiscalYear"
            );
        if (!work.IsGood)
            return null;

        // There are few, and the agency's lock keeps other writers from them.
        var plans = await work
            .Db.PlanReferences.Where(p => p.AgencyId == citer.AgencyId && p.Law == Law && p.FiscalYear == FiscalYear)
            .ToListAsync(cancellationToken);
        var plan = plans.Find(p =>
            SearchText.Same.Equals(p.Document, Document) && SearchText.Same.Equals(p.Section, Section)
        );
        if (plan is not null && await ExistingAsync(plan, citer, work, cancellationToken) is { } existing)
        {
            work.Refuse(new PlanAlreadyCited(existing), nameof(CitedBy));
            return null;
        }

        if (plan is null)
        {
            plan = new(citer.AgencyId, Law, Document, FiscalYear, Section);
            work.Db.Add(plan);
            work.Audit(plan, plan.AgencyId);
        }

        var citation = citer.Cite(plan);
        work.Db.Add(citation);
        if (citer.IsDraft)
            work.Audit(citation, plan.AgencyId);
        else
            work.Announce(FeedKind.PlanCited, citation, citation.Id, plan.AgencyId);
        return citation;
    }

    private const int FarYears = 2;

    private static Task<PlanCitation?> ExistingAsync(
        PlanReference plan,
        Citer citer,
        Work work,
        CancellationToken cancellationToken
    ) =>
        work
            .Db.PlanCitations.AsNoTracking()
            .Where(c => c.PlanId == plan.Id)
            .SingleOrDefaultAsync(citer.Cites, cancellationToken);

    private static async Task<Citer?> CiterAsync(PlanCiterInput by, Work work, CancellationToken cancellationToken)
    {
        var at = work.Check.In(nameof(CitedBy));
        if (by.AnnualReportId is { } annualReportId)
        {
            return await work.OwnAsync(annualReportId, cancellationToken, at) is { } report
                ? new(
                    report.AgencyId,
                    report.Year,
                    c => c.AnnualReportId == report.Id,
                    plan => PlanCitation.By(report, plan)
                )
                {
                    IsDraft = report.Status == AnnualReportStatus.Draft,
                }
                : null;
        }

        if (by.FindingId is { } findingId)
        {
            return await work.OwnAsync(findingId, cancellationToken, at) is { } finding
                ? new(
                    finding.AgencyId,
                    ReportedYear.FiscalOf(finding.FoundOn).Year,
                    c => c.FindingId == finding.Id,
                    plan => PlanCitation.By(finding, plan)
                )
                : null;
        }

        if (
            by.MeasurementId is not { } measurementId
            || await work.OwnAsync(measurementId, m => m.Standard.AgencyId, cancellationToken, at)
                is not { } measurement
        )
            return null;

        var agencyId = await work
            .Db.ServiceStandards.Where(s => s.Id == measurement.StandardId)
            .Select(s => s.AgencyId)
            .SingleAsync(cancellationToken);
        return new(
            agencyId,
            ReportedYear.FiscalOf(measurement.ToMonth.LastDay).Year,
            c => c.MeasurementId == measurement.Id,
            plan => PlanCitation.By(measurement, plan)
        );
    }

    /// <summary>The record that cites: its agency and fiscal year, and how its citations are found and made.</summary>
    private sealed record Citer(
        Guid AgencyId,
        int FiscalYear,
        Expression<Func<PlanCitation, bool>> Cites,
        Func<PlanReference, PlanCitation> Cite
    )
    {
        /// <summary>Whether others do not see it yet, so that the citation is not announced.</summary>
        public bool IsDraft { get; init; }
    }
}

/// <summary>The record that cites a plan of its agency. Give exactly one of the fields.</summary>
[ExactlyOne]
public sealed record PlanCiterInput
{
    /// <summary>The id of an annual report of your agency, which may be a draft.</summary>
    public Id<AnnualReport>? AnnualReportId { get; init; }

    /// <summary>The id of a measurement against a service standard of your agency.</summary>
    public Id<Measurement>? MeasurementId { get; init; }

    /// <summary>The id of a finding of your agency.</summary>
    public Id<Finding>? FindingId { get; init; }
}

/// <summary>The record already cites this place.</summary>
public sealed record PlanAlreadyCited(PlanCitation Existing) : Refusal
{
    /// <summary>The earlier citation.</summary>
    public PlanCitation Existing { get; } = Existing;

    /// <inheritdoc/>
    public override string Message => "This record already cites this place in the document.";
}
