using System.Linq.Expressions;
using Cwa.Graph.Engine;
using Cwa.Model;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Which place in a plan, and what went into it.</summary>
public sealed record CitePlanInput : MutationInput
{
    /// <summary>The law that requires the document.</summary>
    public required PlanLaw Law { get; init; }

    /// <summary>The title of the document, 1–300 characters.</summary>
    public required string Document { get; init; }

    /// <summary>The fiscal year of the document, named for the year it ends in, from 1990 to 2100.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>The chapter, goal or page, so that a reader can find it, 1–200 characters.</summary>
    public required string Section { get; init; }

    /// <summary>What cites the place.</summary>
    public required PlanCiterInput CitedBy { get; init; }
}

/// <summary>What went into a plan: give exactly one of the fields. The plan is that of its agency.</summary>
[OneOf]
public sealed record PlanCiterInput
{
    /// <summary>An annual report of your agency, drafts among them.</summary>
    [Id]
    public string? AnnualReportId { get; init; }

    /// <summary>A result on a service standard of your agency.</summary>
    [Id]
    public string? MeasurementId { get; init; }

    /// <summary>Something that your agency heard from customers.</summary>
    [Id]
    public string? FindingId { get; init; }
}

/// <summary>The citation, or why it was refused.</summary>
public sealed record CitePlanPayload : Payload
{
    /// <summary>The citation; null when it was refused or only checked.</summary>
    public PlanCitation? PlanCitation { get; init; }
}

/// <summary>The same place is cited by the same thing already.</summary>
public sealed record PlanAlreadyCited(PlanCitation Existing, IReadOnlyList<string> Path) : IUserError
{
    /// <summary>What was cited before, and by what.</summary>
    public PlanCitation Existing { get; } = Existing;

    /// <inheritdoc/>
    public string Message => "This place of the document is cited here already.";
}

/// <summary>Action 5: what was learned from customers goes into the plans that the law requires.</summary>
public sealed class CitePlan
{
    private const int FarYears = 2;

    /// <summary>
    /// Says into which place of a plan or report required by law an annual report, a measurement or a finding went
    /// (action 5). Each annual report cites at least one.
    /// </summary>
    /// <param name="input">Which place, and what went into it.</param>
    [Role(Roles.Submit)]
    public static Task<CitePlanPayload> CitePlanAsync(
        CitePlanInput input,
        Writing writing,
        CancellationToken cancellationToken
    ) =>
        writing.RunAsync(
            input,
            citation => new CitePlanPayload { PlanCitation = citation },
            session => CiteAsync(input, session, cancellationToken),
            cancellationToken
        );

    private static async Task<PlanCitation?> CiteAsync(
        CitePlanInput input,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var check = session.Input;
        check.Text(input.Document, 300, "document");
        check.Text(input.Section, 200, "section");
        if (input.FiscalYear is < PlanReference.FirstFiscalYear or > PlanReference.LastFiscalYear)
            check.Refuse(
                new YearOutOfRange(
                    PlanReference.FirstFiscalYear,
                    PlanReference.LastFiscalYear,
                    check.Path("fiscalYear")
                )
            );
        if (await CiterAsync(input.CitedBy, session, cancellationToken) is not { } citer)
            return null;

        if (Math.Abs((long)input.FiscalYear - citer.FiscalYear) > FarYears)
            check.Warn(
                $"What cites the document is of fiscal year {citer.FiscalYear}, the document of {input.FiscalYear}.",
                "fiscalYear"
            );
        if (!check.IsGood)
            return null;

        // Few, and kept from other writers with their agency.
        var plans = await session
            .Db.PlanReferences.Where(p =>
                p.AgencyId == citer.AgencyId && p.Law == input.Law && p.FiscalYear == input.FiscalYear
            )
            .OrderBy(p => p.RecordedAt)
            .ThenBy(p => p.Id)
            .ToListAsync(cancellationToken);
        var plan = plans.Find(p =>
            SearchText.Same.Equals(p.Document, input.Document) && SearchText.Same.Equals(p.Section, input.Section)
        );
        if (plan is not null && await ExistingAsync(plan, citer, session, cancellationToken) is { } existing)
        {
            check.Refuse(new PlanAlreadyCited(existing, check.Path("citedBy")));
            return null;
        }

        if (plan is null)
        {
            plan = new(citer.AgencyId, input.Law, input.Document, input.FiscalYear, input.Section);
            session.Db.Add(plan);
            session.Audit(plan, plan.AgencyId);
        }

        var citation = citer.Cite(plan);
        session.Db.Add(citation);
        if (citer.IsDraft)
            session.Audit(citation, plan.AgencyId);
        else
            session.Announce(FeedKind.PlanCited, citation, citation.Id, plan.AgencyId);
        return citation;
    }

    private static Task<PlanCitation?> ExistingAsync(
        PlanReference plan,
        Citer citer,
        WriteSession session,
        CancellationToken cancellationToken
    ) =>
        session
            .Db.PlanCitations.AsNoTracking()
            .Where(c => c.PlanId == plan.Id)
            .SingleOrDefaultAsync(citer.Cites, cancellationToken);

    private static async Task<Citer?> CiterAsync(
        PlanCiterInput by,
        WriteSession session,
        CancellationToken cancellationToken
    )
    {
        var at = session.Input.In("citedBy");
        if (by.AnnualReportId is { } reportId)
        {
            return await session.OwnAsync<AnnualReport>(reportId, "annualReportId", cancellationToken, at) is { } report
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
            return await session.OwnAsync<Finding>(findingId, "findingId", cancellationToken, at) is { } finding
                ? new(
                    finding.AgencyId,
                    ReportedYear.FiscalOf(finding.FoundOn).Year,
                    c => c.FindingId == finding.Id,
                    plan => PlanCitation.By(finding, plan)
                )
                : null;
        }

        if (
            await session.OwnAsync<Measurement>(
                by.MeasurementId!,
                "measurementId",
                m => m.Standard.AgencyId,
                cancellationToken,
                at
            )
            is not { } measurement
        )
            return null;

        var agencyId = await session
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

    /// <summary>What cites: whose it is, of which year, how its citations are found, and how one is made.</summary>
    private sealed record Citer(
        Guid AgencyId,
        int FiscalYear,
        Expression<Func<PlanCitation, bool>> Cites,
        Func<PlanReference, PlanCitation> Cite
    )
    {
        /// <summary>Whether it is not to be announced, because others do not see it yet.</summary>
        public bool IsDraft { get; init; }
    }
}
