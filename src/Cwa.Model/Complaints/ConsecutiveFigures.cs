namespace Cwa.Model;

/// <summary>
/// Complaint figures of one period, and the newest earlier ones of the same agency, category and channel.
/// </summary>
public sealed class ConsecutiveFigures
{
    /// <summary>The figures.</summary>
    public required ComplaintMetric Figures { get; init; }

    /// <summary>The newest earlier figures.</summary>
    public required ComplaintMetric Before { get; init; }
}

/// <summary>Whether complaint figures carry over from period to period.</summary>
public static class CarryOver
{
    /// <summary>
    /// The figures that have earlier ones, each with the newest of those. If several end with the same month, those
    /// count that cover as long a period as the figures, or else the longest.
    /// </summary>
    /// <remarks>
    /// Each is found by its id, with one seek: a join by what the figures are about would compare all of a series with
    /// all. SQLite orders by no column of an outer query, so that one is made a column first; all are distinct anyway.
    /// </remarks>
    /// <param name="figures">The figures.</param>
    /// <param name="current">All current figures, including the earlier ones.</param>
    public static IQueryable<ConsecutiveFigures> WithEarlier(
        this IQueryable<ComplaintMetric> figures,
        IQueryable<ComplaintMetric> current
    ) =>
        from now in figures
        from before in current
        where
            before.Id
            == current
                .Where(m =>
                    m.AgencyId == now.AgencyId
                    && m.CategoryKey == now.CategoryKey
                    && m.ChannelKey == now.ChannelKey
                    && m.LastMonth < now.Month
                )
                .Select(m => new
                {
                    m.Id,
                    m.LastMonth,
                    m.Covers,
                    IsAsLong = m.Covers == now.Covers,
                })
                .Distinct()
                .OrderByDescending(m => m.LastMonth)
                .ThenByDescending(m => m.IsAsLong)
                .ThenByDescending(m => m.Covers)
                .Select(m => m.Id)
                .FirstOrDefault()
        select new ConsecutiveFigures { Figures = now, Before = before };

    /// <summary>Those that directly follow a period and do not open with the number that it closed with.</summary>
    public static IQueryable<ConsecutiveFigures> Restated(this IQueryable<ConsecutiveFigures> rows) =>
        rows.Where(r =>
            r.Before.LastMonth == MonthFunctions.Before(r.Figures.Month)
            && r.Figures.PendingStart != r.Before.PendingEnd
            && r.Figures.PendingStart != null
            && r.Before.PendingEnd != null
        );

    /// <summary>Those with at least one month without figures between the two.</summary>
    public static IQueryable<ConsecutiveFigures> AfterGap(this IQueryable<ConsecutiveFigures> rows) =>
        rows.Where(r => r.Before.LastMonth != MonthFunctions.Before(r.Figures.Month));
}
