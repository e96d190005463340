using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The day by which an agency's report of a month is due.</summary>
public sealed class DueDayByReport(RequestContexts contexts, ReadGate gate, Caller caller)
    : BatchLoader<(Guid AgencyId, ReportMonth Month), DateOnly>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<(Guid AgencyId, ReportMonth Month), DateOnly>> FetchAsync(
        IReadOnlyList<(Guid AgencyId, ReportMonth Month)> keys,
        CancellationToken cancellationToken
    )
    {
        using var place = await gate.EnterAsync(caller.IsSignedIn, cancellationToken);
        await using var db = contexts.Create();
        var calendar = await db.DueDays.CalendarAsync(cancellationToken);
        Guid[] ids = [.. keys.Select(k => k.AgencyId).Distinct()];
        var agencies = await db
            .Agencies.AsNoTracking()
            .Where(a => Enumerable.Contains(ids, a.Id))
            .ToDictionaryAsync(a => a.Id, cancellationToken);
        return keys.ToDictionary(key => key, key => calendar.DueOn(key.Month, agencies[key.AgencyId]));
    }
}

internal static class DueDays
{
    /// <summary>When reports are due, with the days that NPR has set.</summary>
    public static async Task<ReportingCalendar> CalendarAsync(
        this IQueryable<DueDay> days,
        CancellationToken cancellationToken
    ) =>
        new(
            await days.Select(d => new { d.Month, d.DueOn })
                .ToDictionaryAsync(d => d.Month, d => d.DueOn, cancellationToken)
        );
}
