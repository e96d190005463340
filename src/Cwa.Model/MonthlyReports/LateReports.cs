using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>Finds out whether a report that is sent now is late.</summary>
internal static class LateReports
{
    /// <summary>
    /// The warning that the report is late; null if it is in time, if an earlier revision is in, or if the agency does
    /// not owe it: it is only requested to report, or an agency above speaks for it.
    /// </summary>
    public static async Task<string?> WarningAsync(
        ReportChain chain,
        Agency agency,
        ReportMonth month,
        DateOnly today,
        CwaDbContext db,
        CancellationToken cancellationToken
    )
    {
        if (agency.Directive == DirectiveStanding.Requested || chain.IsIn)
            return null;

        var dueDays = await db
            .DueDays.Where(d => d.Month == month)
            .ToDictionaryAsync(d => d.Month, d => d.DueOn, cancellationToken);
        var calendar = new ReportingCalendar(dueDays);
        var dueOn = calendar.DueOn(month, agency);
        if (today <= dueOn)
            return null;

        var agencies = await AboveAsync(agency, db, cancellationToken);
        Guid[] ids = [.. agencies.Select(a => a.Id)];
        var liaisons = await db
            .Liaisons.AsNoTracking()
            .Where(l => ids.Contains(l.AgencyId))
            .ToListAsync(cancellationToken);
        var duty = new ReportDuties(new(agencies, liaisons), calendar).Of(agency, month, today);
        return duty == ReportDuty.Owed ? $"This report is late: it was due on {dueOn:yyyy-MM-dd}." : null;
    }

    private static async Task<IReadOnlyList<Agency>> AboveAsync(
        Agency agency,
        CwaDbContext db,
        CancellationToken cancellationToken
    )
    {
        var agencies = new List<Agency> { agency };
        while (agencies[^1].ParentId is { } parentId)
            agencies.Add(await db.Agencies.AsNoTracking().SingleAsync(a => a.Id == parentId, cancellationToken));
        return agencies;
    }
}
