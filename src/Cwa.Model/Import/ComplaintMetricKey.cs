namespace Cwa.Model;

/// <summary>What a complaint metric is about; its revisions share it.</summary>
internal readonly record struct ComplaintMetricKey(Guid AgencyId, int Month, Guid CategoryKey, int ChannelKey)
{
    public ComplaintMetricKey(Guid agencyId, ReportMonth month, ComplaintCategory? category, Channel? channel)
        : this(agencyId, month.Number, category?.Id ?? Guid.Empty, (int)(channel ?? 0)) { }

    public ComplaintMetricKey(ComplaintMetric metric) : this(metric.AgencyId, metric.Month.Number, metric.CategoryKey, metric.ChannelKey) { }
}
