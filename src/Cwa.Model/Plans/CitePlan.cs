using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Records that an annual report, a measurement or a finding cites a place in a plan or report required by law, to show
/// where it was integrated (action 5). Each annual report cites at least one.
/// </summary>
[By(Role.Agency)]
public sealed record CitePlan : CitationVerb
{
    /// <summary>What cites the place.</summary>
    public required PlanCiterInput CitedBy { get; init; }

    /// <inheritdoc/>
    public override async Task<PlanCitation?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        CheckInput(work);
        if (
            await CiterAsync(CitedBy, work, cancellationToken) is not { } citer
            || await SaidAsync(citer, corrected: null, nameof(CitedBy), work, cancellationToken) is not { } citation
        )
            return null;

        work.Db.Add(citation);
        citer.Announce(citation, work);
        return citation;
    }

    private static async Task<Citer?> CiterAsync(PlanCiterInput by, Work work, CancellationToken cancellationToken)
    {
        var at = work.Check.In(nameof(CitedBy));
        if (by.AnnualReportId is { } annualReportId)
            return await work.OwnAsync(annualReportId, cancellationToken, at) is { } report ? Citer.Of(report) : null;

        if (by.FindingId is { } findingId)
            return await work.OwnAsync(findingId, cancellationToken, at) is { } finding ? Citer.Of(finding) : null;

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
        return Citer.Of(measurement, agencyId);
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
