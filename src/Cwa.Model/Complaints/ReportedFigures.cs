using Microsoft.EntityFrameworkCore;

namespace Cwa.Model;

/// <summary>The figures of one batch, checked together: 500 take no more queries than one.</summary>
internal sealed class ReportedFigures
{
    private readonly Work _work;
    private readonly OrderedDictionary<ComplaintMetricKey, Row> _rows;
    private readonly Dictionary<ComplaintMetricKey, ComplaintMetric> _current;

    private ReportedFigures(
        Work work,
        OrderedDictionary<ComplaintMetricKey, Row> rows,
        Dictionary<ComplaintMetricKey, ComplaintMetric> current
    ) => (_work, _rows, _current) = (work, rows, current);

    /// <summary>Reads the figures that were sent and those that are stored, and refuses what is wrong.</summary>
    public static async Task<ReportedFigures> ReadAsync(
        IReadOnlyList<ComplaintMetricInput> metrics,
        Work work,
        CancellationToken cancellationToken
    )
    {
        var agencies = await work.AgenciesAsync(metrics.Select(m => m.AgencyId), cancellationToken);
        var categories = await CategoriesAsync(metrics, work, cancellationToken);
        var years = await KnownYears.ReadAsync(
            work.Db,
            [
                .. metrics
                    .Where(m => m.Covers == CoveredPeriod.Year)
                    .Select(m => agencies.GetValueOrDefault(m.AgencyId)?.Id)
                    .OfType<Guid>()
                    .Distinct(),
            ],
            cancellationToken
        );
        var rows = new OrderedDictionary<ComplaintMetricKey, Row>();
        foreach (var (i, metric) in metrics.Index())
        {
            var check = work.Check.In("metrics", i);
            ComplaintFigureChecks.Check(metric.Figures, check);
            ComplaintFigureChecks.CheckPeriod(metric.Period, work.Today, check);

            if (!agencies.TryGetValue(metric.AgencyId, out var agency))
            {
                check.Refuse(new AgencyNotFound(), "agencyId");
                continue;
            }

            var category = CategoryOf(metric, categories);
            if (metric.CategoryId is not null && category?.AgencyId != agency.Id)
                check.Refuse(new RecordNotFound(), "categoryId");
            else
                Add(new(agency.Id, metric.Period, category, metric.Channel), new(metric, agency, category, check));
        }

        var before = rows.Keys.SelectMany(key => key.Before);
        return new(
            work,
            rows,
            await CurrentMetrics.FindAsync(work.Db, [.. rows.Keys.Union(before)], cancellationToken)
        );

        void Add(ComplaintMetricKey key, Row row)
        {
            if (years.AtOddsWith(key) is { } other)
                row.Check.Refuse(new YearsOverlap(other), "month");
            if (!rows.TryAdd(key, row with { EqualYear = years.EqualTo(key, row.Metric.Figures) }))
                row.Check.Refuse(new FiguresListedTwice());
            years.Add(key, row.Metric.Figures);
        }
    }

    /// <summary>Warns about each of the figures, and once about each agency and period.</summary>
    public async Task WarnAsync(CancellationToken cancellationToken)
    {
        var inPlaceOn = await FirstProcessesAsync(cancellationToken);
        foreach (var (key, row) in _rows)
        {
            if (FigureWarnings.OfWithinTarget(row.Metric.Figures) is { } within)
                row.Check.Warn(within, "withinTarget");
            if (OfOpening(key, row) is { } opening)
                row.Check.Warn(opening, "pendingStart");
            if (OfEqualYears(key, row) is { } equal)
                row.Check.Warn(equal, "received");
        }

        foreach (var row in _rows.Values.DistinctBy(row => (row.Agency.Id, row.Metric.Period)))
        {
            var first = inPlaceOn.TryGetValue(row.Agency.Id, out var day) ? day : (DateOnly?)null;
            foreach (var warning in FigureWarnings.OfPeriod(row.Agency, row.Metric.Period, _work.Today, first))
                row.Check.Warn(warning, "month");
        }
    }

    /// <summary>
    /// Adds new figures and revises those that differ. Returns the current revision of each, in the order sent.
    /// </summary>
    public IReadOnlyList<ComplaintMetric> Write()
    {
        // One announcement for each agency and period, of its first changed figures: 500 would drown the feed.
        var announced = new HashSet<(Guid AgencyId, FiguresPeriod Period)>();
        var written = new List<ComplaintMetric>(_rows.Count);
        foreach (var (key, row) in _rows)
        {
            var current = _current.GetValueOrDefault(key);
            if (current?.Says(row.Metric.Figures) == true)
            {
                written.Add(current);
                continue;
            }

            var metric = current is null
                ? new(
                    row.Agency.Id,
                    row.Metric.Month,
                    row.Category,
                    row.Metric.Channel,
                    row.Metric.Figures,
                    covers: row.Metric.Covers
                )
                : Revise(current, row);
            _work.Db.Add(metric);
            if (announced.Add((metric.AgencyId, metric.Period)))
                _work.Announce(FeedKind.ComplaintMetricsReported, metric);
            else
                _work.Audit(metric, metric.AgencyId);
            written.Add(metric);
        }

        return written;
    }

    private ComplaintMetric Revise(ComplaintMetric current, Row row)
    {
        _work.Db.Attach(current);
        _work.Audit(current, current.AgencyId);
        return current.Revise(row.Metric.Figures);
    }

    private string? OfOpening(ComplaintMetricKey key, Row row)
    {
        foreach (var before in key.Before)
        {
            if (_rows.TryGetValue(before, out var sent))
                return OfClosing(before, sent.Metric.PendingEnd);
            if (_current.TryGetValue(before, out var stored))
                return OfClosing(before, stored.PendingEnd);
        }

        return null;

        string? OfClosing(ComplaintMetricKey before, long? closing) =>
            FigureWarnings.OfOpening(key.Period, row.Metric.PendingStart, before.Period, closing);
    }

    private string? OfEqualYears(ComplaintMetricKey key, Row row) =>
        _current.GetValueOrDefault(key)?.Says(row.Metric.Figures) != true && row.EqualYear is { } other
            ? FigureWarnings.OfEqualYears(key.Period, other)
            : null;

    private static Task<Dictionary<Guid, ComplaintCategory>> CategoriesAsync(
        IReadOnlyList<ComplaintMetricInput> metrics,
        Work work,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. metrics.Select(CategoryKeyOf).OfType<Guid>().Distinct()];
        return work
            .Db.ComplaintCategories.AsNoTracking()
            .Where(c => Enumerable.Contains(ids, c.Id))
            .ToDictionaryAsync(c => c.Id, cancellationToken);
    }

    private static ComplaintCategory? CategoryOf(
        ComplaintMetricInput metric,
        Dictionary<Guid, ComplaintCategory> categories
    ) => CategoryKeyOf(metric) is { } key ? categories.GetValueOrDefault(key) : null;

    private static Guid? CategoryKeyOf(ComplaintMetricInput metric) => metric.CategoryId is { } id ? id.Key : null;

    private Task<Dictionary<Guid, DateOnly>> FirstProcessesAsync(CancellationToken cancellationToken)
    {
        Guid[] agencyIds = [.. _rows.Values.Select(row => row.Agency.Id).Distinct()];
        return _work
            .Db.ComplaintProcesses.Where(p => Enumerable.Contains(agencyIds, p.AgencyId))
            .GroupBy(p => p.AgencyId)
            .Select(g => new { AgencyId = g.Key, InPlaceOn = g.Min(p => p.InPlaceOn) })
            .ToDictionaryAsync(p => p.AgencyId, p => p.InPlaceOn, cancellationToken);
    }

    private sealed record Row(ComplaintMetricInput Metric, Agency Agency, ComplaintCategory? Category, Check Check)
    {
        /// <summary>The first month of another year with the same figures.</summary>
        public ReportMonth? EqualYear { get; init; }
    }
}
