using Cwa.Graph.Engine;
using Microsoft.EntityFrameworkCore;

namespace Cwa.Graph;

/// <summary>Days from a finding to the first action on it; null while there is none.</summary>
public sealed class DaysToActionByFinding(RequestContexts contexts) : BatchLoader<Guid, int?>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, int?>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        await using var db = contexts.Create();
        return await db
            .Findings.Where(f => keys.Contains(f.Id))
            .Select(f => new
            {
                f.Id,
                Days = f.Actions.Where(a => a.RetractedAt == null).Min(a => (int?)a.TakenOn.DayNumber)
                    - f.FoundOn.DayNumber,
            })
            .ToDictionaryAsync(f => f.Id, f => f.Days, cancellationToken);
    }
}

/// <summary>Days from an action to the first outcome of it; null while there is none.</summary>
public sealed class DaysToOutcomeByAction(RequestContexts contexts) : BatchLoader<Guid, int?>
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyDictionary<Guid, int?>> FetchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        await using var db = contexts.Create();
        return await db
            .FindingActions.Where(a => keys.Contains(a.Id))
            .Select(a => new
            {
                a.Id,
                Days = a.Outcomes.Where(o => o.RetractedAt == null).Min(o => (int?)o.ObservedOn.DayNumber)
                    - a.TakenOn.DayNumber,
            })
            .ToDictionaryAsync(a => a.Id, a => a.Days, cancellationToken);
    }
}
