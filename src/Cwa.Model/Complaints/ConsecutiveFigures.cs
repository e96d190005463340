namespace Cwa.Model;

/// <summary>
/// Complaint figures of one month, and the newest earlier ones of the same agency, category and channel.
/// </summary>
public sealed class ConsecutiveFigures
{
    /// <summary>The figures.</summary>
    public required ComplaintMetric Figures { get; init; }

    /// <summary>The newest earlier figures.</summary>
    public required ComplaintMetric Before { get; init; }
}

/// <summary>Whether complaint figures carry over from month to month.</summary>
public static class CarryOver
{
    /// <summary>The figures that have earlier ones, each with the newest of those.</summary>
    /// <param name="current">All current figures, including the earlier ones.</param>
    public static IQueryable<ConsecutiveFigures> WithEarlier(
        this IQueryable<ComplaintMetric> figures,
        IQueryable<ComplaintMetric> current
    ) =>
        from now in figures
        join before in current
            on new
            {
                now.AgencyId,
                now.CategoryKey,
                now.ChannelKey,
            } equals new
            {
                before.AgencyId,
                before.CategoryKey,
                before.ChannelKey,
            }
        where
            before.Month
            == current
                .Where(m =>
                    m.AgencyId == now.AgencyId
                    && m.CategoryKey == now.CategoryKey
                    && m.ChannelKey == now.ChannelKey
                    && m.Month < now.Month
                )
                .Max(m => m.Month)
        select new ConsecutiveFigures { Figures = now, Before = before };

    /// <summary>Those that directly follow a month and do not open with the number that it closed with.</summary>
    public static IQueryable<ConsecutiveFigures> Restated(this IQueryable<ConsecutiveFigures> rows) =>
        rows.Where(r =>
            r.Before.Month == MonthFunctions.Before(r.Figures.Month)
            && r.Figures.PendingStart != r.Before.PendingEnd
            && r.Figures.PendingStart != null
            && r.Before.PendingEnd != null
        );

    /// <summary>Those with at least one month without figures between the two.</summary>
    public static IQueryable<ConsecutiveFigures> AfterGap(this IQueryable<ConsecutiveFigures> rows) =>
        rows.Where(r => r.Before.Month != MonthFunctions.Before(r.Figures.Month));
}
