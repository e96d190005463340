using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>The draft with which an agency goes on after its report was returned or recalled.</summary>
internal static class NextDraft
{
    /// <summary>Begins it with what the revision lists, unless the agency is writing a draft already.</summary>
    public static async Task BeginAsync(MonthlyReport report, Work work, CancellationToken cancellationToken)
    {
        var hasDraft = await work.Db.MonthlyReports.AnyAsync(
            r => r.AgencyId == report.AgencyId && r.Month == report.Month && r.Status == MonthlyReportStatus.Draft,
            cancellationToken
        );
        if (hasDraft)
            return;

        var lines = await ReportLine.OfAsync(work.Db, [report.Id], cancellationToken);
        var draft = work.Db.Add(report.Next(lines.Count)).Entity;
        work.Db.AddRange(lines.Select((line, i) => new DraftEvent(draft, i, line.Facts, line.CoHostIds, line.EventId)));
    }
}
