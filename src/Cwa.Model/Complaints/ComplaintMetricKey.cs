namespace Cwa.Model;

/// <summary>What a complaint metric is about. All its revisions have the same key.</summary>
public readonly record struct ComplaintMetricKey
{
    /// <summary>
    /// The key of the metric with these parts; null stands for all categories, or all channels, together.
    /// </summary>
    public ComplaintMetricKey(Guid agencyId, ReportMonth month, ComplaintCategory? category, Channel? channel)
        : this(agencyId, month.Number, category?.Id ?? Guid.Empty, (int)(channel ?? 0)) { }

    internal ComplaintMetricKey(ComplaintMetric metric)
        : this(metric.AgencyId, metric.Month.Number, metric.CategoryKey, metric.ChannelKey) { }

    private ComplaintMetricKey(Guid agencyId, int month, Guid categoryKey, int channelKey) =>
        (AgencyId, Month, CategoryKey, ChannelKey) = (agencyId, month, categoryKey, channelKey);

    /// <summary>The agency that was complained to.</summary>
    public Guid AgencyId { get; }

    /// <summary>The key of the same figures a month earlier; null for the calendar's first month.</summary>
    public ComplaintMetricKey? MonthBefore =>
        Month == FirstMonth
            ? null
            : new(AgencyId, ReportMonth.FromNumber(Month).Previous.Number, CategoryKey, ChannelKey);

    internal int Month { get; }

    internal Guid CategoryKey { get; }

    internal int ChannelKey { get; }

    private static int FirstMonth => ReportMonth.Of(DateOnly.MinValue).Number;
}
