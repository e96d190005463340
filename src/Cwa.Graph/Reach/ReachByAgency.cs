using Cwa.Graph.Engine;

namespace Cwa.Graph;

/// <summary>What agencies reached in a period; null if the caller may not read it.</summary>
public sealed class ReachByAgency(ReachReader reader)
    : BatchLoader<(Guid AgencyId, DateOnly From, DateOnly To), AgencyReach?>
{
    /// <inheritdoc/>
    protected override async Task<
        IReadOnlyDictionary<(Guid AgencyId, DateOnly From, DateOnly To), AgencyReach?>
    > FetchAsync(IReadOnlyList<(Guid AgencyId, DateOnly From, DateOnly To)> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(Guid, DateOnly, DateOnly), AgencyReach?>();
        foreach (var period in keys.GroupBy(key => (key.From, key.To)))
        {
            foreach (
                var reach in await reader.OfEachAsync(
                    [.. period.Select(key => key.AgencyId)],
                    period.Key.From,
                    period.Key.To,
                    cancellationToken
                )
            )
                found.Add((reach.AgencyId, period.Key.From, period.Key.To), reach);
        }

        return found;
    }
}
