using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>
/// Deletes the draft of a year's report, with its plan citations. Reports that were submitted or published stay.
/// </summary>
[By(Role.Agency)]
public sealed record DiscardAnnualReportDraft : Verb<Agency>
{
    /// <summary>The id of the draft that is to be deleted.</summary>
    public required Id<AnnualReport> AnnualReportId { get; init; }

    /// <inheritdoc/>
    public override async Task<Agency?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.OwnAsync(AnnualReportId, cancellationToken) is not { } draft)
            return null;

        if (draft.Status != AnnualReportStatus.Draft)
        {
            work.Refuse(new WrongAnnualReportStatus(draft), nameof(AnnualReportId));
            return null;
        }

        foreach (
            var citation in await work
                .Db.Set<PlanCitation>()
                .Where(c => c.AnnualReportId == draft.Id)
                .ToListAsync(cancellationToken)
        )
        {
            work.Db.Remove(citation);
            work.Audit(citation, draft.AgencyId);
        }

        // The database deletes the draft's statements with it.
        work.Db.Remove(draft);
        work.Audit(draft, draft.AgencyId);
        return await work.Db.Agencies.SingleAsync(a => a.Id == draft.AgencyId, cancellationToken);
    }
}
