using Cwa.Graph.Engine;
using GraphQL;
using GraphQL.DataLoader;

namespace Cwa.Graph;

/// <summary>The trend of an agency's complaints; null if the caller may not read it.</summary>
public sealed class ComplaintTrendByAgency(ComplaintTrends trends)
    : BatchLoader<(Guid AgencyId, TrendQuestion Asked), ComplaintTrend?>
{
    /// <summary>The trend of one agency.</summary>
    /// <exception cref="ExecutionError">The groups are those of several agencies (BAD_USER_INPUT).</exception>
    internal IDataLoaderResult<ComplaintTrend?> Load(Guid agencyId, TrendQuestion asked) =>
        asked.ByAgency || asked.ByDepartment
            ? throw RequestError.Input(
                "The trend of one agency distinguishes CATEGORY, CHANNEL or both. "
                    + "The query `complaintTrend` compares agencies."
            )
            : Load((agencyId, asked));

    /// <inheritdoc/>
    protected override async Task<
        IReadOnlyDictionary<(Guid AgencyId, TrendQuestion Asked), ComplaintTrend?>
    > FetchAsync(IReadOnlyList<(Guid AgencyId, TrendQuestion Asked)> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(Guid, TrendQuestion), ComplaintTrend?>();
        foreach (var same in keys.GroupBy(key => key.Asked))
        {
            var trendOf = await trends.OfEachAsync(same.Select(key => key.AgencyId), same.Key, cancellationToken);
            foreach (var (agencyId, trend) in trendOf)
                found.Add((agencyId, same.Key), trend);
        }

        return found;
    }
}
