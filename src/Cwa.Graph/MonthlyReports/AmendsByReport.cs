using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Whether a revision of a monthly report follows one that NPR had accepted.</summary>
public sealed class AmendsByReport(RequestContexts contexts, ReadGate gate, Caller caller) : BatchLoader<Guid, bool>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, bool>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        using var place = await gate.EnterAsync(caller.IsSignedIn, cancellationToken);
        await using var db = contexts.Create();
        return await db
            .MonthlyReports.Where(r =>
                keys.Contains(r.Id)
                && db.MonthlyReports.Any(earlier =>
                    earlier.AgencyId == r.AgencyId
                    && earlier.Month == r.Month
                    && earlier.Revision < r.Revision
                    && (earlier.Status == MonthlyReportStatus.Accepted || earlier.Status == MonthlyReportStatus.Amended)
                )
            )
            .ToDictionaryAsync(r => r.Id, _ => true, cancellationToken);
    }
}
