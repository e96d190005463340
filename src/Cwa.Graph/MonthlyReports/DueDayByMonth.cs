using Cwa.Graph.Engine;
using Cwa.Model;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>The day by which a month's report is due.</summary>
public sealed class DueDayByMonth(IDbContextFactory<CwaDbContext> contexts) : BatchLoader<ReportMonth, DateOnly>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<ReportMonth, DateOnly>> FetchAsync(IReadOnlyList<ReportMonth> keys, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var moved = await db.DueDays.AsNoTracking().ToDictionaryAsync(d => d.Month, d => d.DueOn, cancellationToken);
        var calendar = new ReportingCalendar(moved);
        return keys.ToDictionary(month => month, calendar.DueOn);
    }
}
