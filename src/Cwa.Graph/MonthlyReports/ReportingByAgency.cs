using Cwa.Graph.Engine;
using Cwa.Model;

namespace Cwa.Graph;

/// <summary>
/// How an agency's report of a month stands; null if none is expected, or if the caller may not read the agency's
/// reports.
/// </summary>
public sealed class ReportingByAgency(ReportsToday reports)
    : BatchLoader<(Guid AgencyId, ReportMonth Month), AgencyReportingStatus?>
{
    /// <inheritdoc/>
    protected override async Task<
        IReadOnlyDictionary<(Guid AgencyId, ReportMonth Month), AgencyReportingStatus?>
    > FetchAsync(IReadOnlyList<(Guid AgencyId, ReportMonth Month)> keys, CancellationToken cancellationToken)
    {
        var read = await reports.ReadAsync(
            [.. keys.Select(k => k.AgencyId).Distinct()],
            keys.Select(k => k.Month),
            cancellationToken
        );
        var agencies = read.Agencies.ToDictionary(a => a.Id);
        return keys.Where(k => agencies.ContainsKey(k.AgencyId))
            .ToDictionary(k => k, k => read.Reports.Of(agencies[k.AgencyId], k.Month));
    }
}

/// <summary>How an agency's reports of several months stand; empty if the caller may not read them.</summary>
public sealed class ReportingCalendarByAgency(ReportsToday reports)
    : BatchLoader<(Guid AgencyId, ReportMonth From, ReportMonth To), IReadOnlyList<AgencyReportingStatus>>
{
    /// <inheritdoc/>
    protected override async Task<
        IReadOnlyDictionary<(Guid AgencyId, ReportMonth From, ReportMonth To), IReadOnlyList<AgencyReportingStatus>>
    > FetchAsync(
        IReadOnlyList<(Guid AgencyId, ReportMonth From, ReportMonth To)> keys,
        CancellationToken cancellationToken
    )
    {
        var read = await reports.ReadAsync(
            [.. keys.Select(k => k.AgencyId).Distinct()],
            keys.SelectMany(k => new[] { k.From, k.To }),
            cancellationToken
        );
        var agencies = read.Agencies.ToDictionary(a => a.Id);
        return keys.Where(k => agencies.ContainsKey(k.AgencyId))
            .ToDictionary(
                k => k,
                IReadOnlyList<AgencyReportingStatus> (k) =>
                    [
                        .. k
                            .From.Through(k.To)
                            .Select(month => read.Reports.Of(agencies[k.AgencyId], month))
                            .OfType<AgencyReportingStatus>(),
                    ]
            );
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<AgencyReportingStatus> Missing(
        (Guid AgencyId, ReportMonth From, ReportMonth To) key
    ) => [];
}
