using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Discards the draft of a month's report (action 2). Submitted revisions stay as they are.</summary>
[By(Role.Agency)]
public sealed record DiscardMonthlyReportDraft : Verb<Agency>
{
    /// <summary>The reporting agency's id.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The month whose draft is discarded.</summary>
    public required ReportMonth Month { get; init; }

    /// <inheritdoc/>
    public override async Task<Agency?> DoAsync(Work work, CancellationToken cancellationToken)
    {
        if (await work.AgencyAsync(AgencyId, cancellationToken) is not { } agency)
            return null;

        var draft = await work.Db.MonthlyReports.SingleOrDefaultAsync(
            r => r.AgencyId == agency.Id && r.Month == Month && r.Status == MonthlyReportStatus.Draft,
            cancellationToken
        );
        if (draft is null)
        {
            work.Refuse(new DraftNotFound(), nameof(Month));
            return null;
        }

        // The database deletes the draft's events with it.
        work.Db.Remove(draft);
        work.Audit(draft, agency.Id);
        return agency;
    }
}
