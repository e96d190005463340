using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>The figures that agencies have for years, with those that are about to be stored.</summary>
internal sealed class KnownYears
{
    private readonly Dictionary<Guid, Dictionary<ComplaintMetricKey, ComplaintFigures>> _agencies = [];

    public static async Task<KnownYears> ReadAsync(
        CwaDbContext db,
        Guid[] agencyIds,
        CancellationToken cancellationToken
    )
    {
        var years = new KnownYears();
        if (agencyIds is [])
            return years;

        // The first condition on the length is that of an index, which holds no figures for months.
        var stored = db
            .ComplaintMetrics.AsNoTracking()
            .Where(m => m.IsCurrent && m.Covers != CoveredPeriod.Month && m.Covers == CoveredPeriod.Year)
            .Where(m => Enumerable.Contains(agencyIds, m.AgencyId));
        await foreach (var metric in stored.AsAsyncEnumerable().WithCancellation(cancellationToken))
            years.Add(new(metric), metric.Figures);
        return years;
    }

    /// <summary>Takes figures into account, in place of those of the same key. Only those of years are kept.</summary>
    public void Add(ComplaintMetricKey key, ComplaintFigures figures)
    {
        if (key.Period.Covers != CoveredPeriod.Year)
            return;
        if (!_agencies.TryGetValue(key.AgencyId, out var years))
            _agencies.Add(key.AgencyId, years = []);
        years[key] = figures;
    }

    /// <summary>
    /// The first month of a year that has some months with this period's, but not all; null if none has.
    /// </summary>
    public ReportMonth? AtOddsWith(ComplaintMetricKey key) =>
        key.Period.Covers == CoveredPeriod.Year
            ? Of(key.AgencyId)
                .Select(year => year.Key.Period)
                .Where(key.Period.IsAtOddsWith)
                .Select(year => (ReportMonth?)year.Month)
                .FirstOrDefault()
            : null;

    /// <summary>
    /// The first month of another year with the same figures in the same category and by the same channel; null if
    /// there is none, or no number.
    /// </summary>
    public ReportMonth? EqualTo(ComplaintMetricKey key, ComplaintFigures figures) =>
        key.Period.Covers == CoveredPeriod.Year && figures.HasNumbers
            ? Of(key.AgencyId)
                .Where(year =>
                    year.Key.Period != key.Period
                    && (year.Key.CategoryKey, year.Key.ChannelKey) == (key.CategoryKey, key.ChannelKey)
                    && year.Value == figures
                )
                .Select(year => (ReportMonth?)year.Key.Period.Month)
                .Max()
            : null;

    private Dictionary<ComplaintMetricKey, ComplaintFigures> Of(Guid agencyId) =>
        _agencies.GetValueOrDefault(agencyId) ?? [];
}
