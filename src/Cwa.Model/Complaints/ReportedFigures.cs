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
        var rows = new OrderedDictionary<ComplaintMetricKey, Row>();
        foreach (var (i, metric) in metrics.Index())
        {
            var check = work.Check.In("metrics", i);
            ComplaintFigureChecks.Check(metric.Figures, check);
            ComplaintFigureChecks.CheckMonth(metric.Month, work.Today, check);

            if (!agencies.TryGetValue(metric.AgencyId, out var agency))
            {
                check.Refuse(new AgencyNotFound(), "agencyId");
                continue;
            }

            var category = CategoryOf(metric, categories);
            if (metric.CategoryId is not null && category?.AgencyId != agency.Id)
                check.Refuse(new RecordNotFound(), "categoryId");
            else if (
                !rows.TryAdd(
                    new(agency.Id, metric.Month, category, metric.Channel),
                    new(metric, agency, category, check)
                )
            )
                check.Refuse(new FiguresListedTwice());
        }

        IEnumerable<ComplaintMetricKey> monthsBefore = rows
            .Keys.Select(key => key.MonthBefore)
            .OfType<ComplaintMetricKey>();
        return new(
            work,
            rows,
            await CurrentMetrics.FindAsync(work.Db, [.. rows.Keys.Union(monthsBefore)], cancellationToken)
        );
    }

    /// <summary>Warns about each of the figures, and once about each agency and month.</summary>
    public async Task WarnAsync(CancellationToken cancellationToken)
    {
        var inPlaceOn = await FirstProcessesAsync(cancellationToken);
        foreach (var (key, row) in _rows)
        {
            if (FigureWarnings.OfWithinTarget(row.Metric.Figures) is { } within)
                row.Check.Warn(within, "withinTarget");
            if (FigureWarnings.OfOpening(row.Metric.Month, row.Metric.PendingStart, ClosingBefore(key)) is { } opening)
                row.Check.Warn(opening, "pendingStart");
        }

        foreach (var row in _rows.Values.DistinctBy(row => (row.Agency.Id, row.Metric.Month)))
        {
            var first = inPlaceOn.TryGetValue(row.Agency.Id, out var day) ? day : (DateOnly?)null;
            foreach (var warning in FigureWarnings.OfMonth(row.Agency, row.Metric.Month, _work.Today, first))
                row.Check.Warn(warning, "month");
        }
    }

    /// <summary>
    /// Adds new figures and revises those that differ. Returns the current revision of each, in the order sent.
    /// </summary>
    public IReadOnlyList<ComplaintMetric> Write()
    {
        // One announcement for each agency and month, of its first changed figures: 500 would drown the feed.
        var announced = new HashSet<(Guid AgencyId, ReportMonth Month)>();
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
                ? new(row.Agency.Id, row.Metric.Month, row.Category, row.Metric.Channel, row.Metric.Figures)
                : Revise(current, row);
            _work.Db.Add(metric);
            if (announced.Add((metric.AgencyId, metric.Month)))
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

    private long? ClosingBefore(ComplaintMetricKey key) =>
        key.MonthBefore is not { } before ? null
        : _rows.TryGetValue(before, out var row) ? row.Metric.PendingEnd
        : _current.GetValueOrDefault(before)?.PendingEnd;

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

    private sealed record Row(ComplaintMetricInput Metric, Agency Agency, ComplaintCategory? Category, Check Check);
}
