using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Action 2: the monthly reports that were submitted to NPR.</summary>
internal static class ReportFacts
{
    /// <summary>
    /// The year's revisions, and the first revisions of months before it; where an agency took one back, also those
    /// that follow it.
    /// </summary>
    public static Task<List<ReportRevision>> ReadAsync(ScorecardScope scope, CancellationToken cancellationToken)
    {
        var (first, last, end) = (scope.Year.FirstMonth, new ReportMonth(scope.Year.Number, 12), scope.End);
        return scope
            .Above(scope.Db.MonthlyReports)
            .Where(r =>
                r.SubmittedAt < end
                && (
                    (r.Month >= first && r.Month <= last)
                    || (
                        r.Month < first
                        && (
                            r.Revision == 1
                            || scope.Db.MonthlyReports.Any(recalled =>
                                recalled.AgencyId == r.AgencyId
                                && recalled.Month == r.Month
                                && recalled.RecalledAt < end
                                && recalled.Revision < r.Revision
                            )
                        )
                    )
                )
            )
            .Select(r => new ReportRevision
            {
                Id = r.Id,
                AgencyId = r.AgencyId,
                Month = r.Month,
                Revision = r.Revision!.Value,
                SubmittedAt = r.SubmittedAt!.Value,
                DecidedAt = r.DecidedAt,
                Returned = r.ReturnReason != null,
                RecalledAt = r.RecalledAt,
            })
            .ToListAsync(cancellationToken);
    }
}
