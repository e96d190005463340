using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

internal static class CompletionsOfEvents
{
    /// <summary>What the agency said about the events after their reports, in the order in which it was stored.</summary>
    public static async Task<IReadOnlyList<EventCompletion>> CompletionsAsync(
        this CwaDbContext db,
        IReadOnlyList<Guid> eventIds,
        CancellationToken cancellationToken
    ) =>
        await db
            .EventCompletions.AsNoTracking()
            .Where(c => eventIds.Contains(c.EventId))
            .OrderBy(c => c.RecordedAt)
            .ThenBy(c => c.Id)
            .ToListAsync(cancellationToken);
}
