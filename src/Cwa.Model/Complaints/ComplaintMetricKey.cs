namespace Cwa.Model;

/// <summary>What a complaint metric is about. All its revisions have the same key.</summary>
public readonly record struct ComplaintMetricKey
{
    /// <summary>
    /// The key of the metric with these parts; null stands for all categories, or all channels, together.
    /// </summary>
    public ComplaintMetricKey(Guid agencyId, FiguresPeriod period, ComplaintCategory? category, Channel? channel)
        : this(agencyId, period, category?.Id ?? Guid.Empty, (int)(channel ?? 0)) { }

    internal ComplaintMetricKey(ComplaintMetric metric)
        : this(metric.AgencyId, metric.Period, metric.CategoryKey, metric.ChannelKey) { }

    private ComplaintMetricKey(Guid agencyId, FiguresPeriod period, Guid categoryKey, int channelKey) =>
        (AgencyId, Period, CategoryKey, ChannelKey) = (agencyId, period, categoryKey, channelKey);

    /// <summary>The agency that was complained to.</summary>
    public Guid AgencyId { get; }

    /// <summary>The period.</summary>
    public FiguresPeriod Period { get; }

    /// <summary>
    /// The keys of the same figures for periods that can end just before this one, the one that counts most first.
    /// </summary>
    public IEnumerable<ComplaintMetricKey> Before
    {
        get
        {
            var key = this;
            return Period.Before.Select(before => new ComplaintMetricKey(
                key.AgencyId,
                before,
                key.CategoryKey,
                key.ChannelKey
            ));
        }
    }

    internal Guid CategoryKey { get; }

    internal int ChannelKey { get; }
}
