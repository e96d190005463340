namespace Cwa.Model;

/// <summary>Chooses the complaint figures to add up, so that no complaint counts twice.</summary>
public static class CountedFigures
{
    /// <summary>
    /// Of an agency's figures the longest count: where one covers a year, those that cover its quarters and months are
    /// left out, whatever their categories and channels. Of figures for the same period, one is left out if the agency
    /// gives a coarser one. By category or by channel it is the other way round: the coarser figure is left out if
    /// there are finer ones that say how many complaints were received.
    /// </summary>
    /// <remarks>Each condition is an index seek: a month's figures are never compared with one another.</remarks>
    /// <param name="current">The figures to choose from. What is not among them replaces none of them.</param>
    /// <param name="byCategory">Whether they are added up by category.</param>
    /// <param name="byChannel">Whether they are added up by channel.</param>
    public static IQueryable<ComplaintMetric> Once(
        this IQueryable<ComplaintMetric> current,
        bool byCategory = false,
        bool byChannel = false
    )
    {
        var longest = current.Where(m =>
            !current.Any(longer =>
                longer.AgencyId == m.AgencyId
                && longer.Month <= m.Month
                && longer.LastMonth >= m.LastMonth
                && longer.Covers > m.Covers
                && longer.Covers != CoveredPeriod.Month
            )
        );
        var counted = byCategory
            ? longest.Where(m =>
                m.CategoryId != null
                || !current.Any(finer =>
                    finer.AgencyId == m.AgencyId
                    && finer.Month == m.Month
                    && finer.Covers == m.Covers
                    && finer.CategoryId != null
                    && finer.Received != null
                )
            )
            : longest.Where(m =>
                m.CategoryId == null
                || !current.Any(total =>
                    total.AgencyId == m.AgencyId
                    && total.Month == m.Month
                    && total.Covers == m.Covers
                    && total.CategoryKey == Guid.Empty
                    && total.ChannelKey == m.ChannelKey
                )
            );
        counted = byChannel
            ? counted.Where(m =>
                m.Channel != null
                || !current.Any(finer =>
                    finer.AgencyId == m.AgencyId
                    && finer.Month == m.Month
                    && finer.Covers == m.Covers
                    && finer.Channel != null
                    && finer.Received != null
                )
            )
            : counted.Where(m =>
                m.Channel == null
                || !current.Any(total =>
                    total.AgencyId == m.AgencyId
                    && total.Month == m.Month
                    && total.Covers == m.Covers
                    && total.CategoryKey == m.CategoryKey
                    && total.ChannelKey == 0
                )
            );
        return byCategory || byChannel
            ? counted
            : counted.Where(m =>
                m.CategoryId == null
                || !current.Any(total =>
                    total.AgencyId == m.AgencyId
                    && total.Month == m.Month
                    && total.Covers == m.Covers
                    && total.CategoryKey == Guid.Empty
                    && total.ChannelKey == 0
                )
            );
    }

    /// <summary>
    /// The figures whose whole period lies in these months. A year's figure says nothing about a part of the year.
    /// </summary>
    public static IQueryable<ComplaintMetric> Within(
        this IQueryable<ComplaintMetric> figures,
        ReportMonth from,
        ReportMonth to
    ) => figures.Where(m => m.Month >= from && m.Month <= to && m.LastMonth <= to);

    /// <summary>
    /// The figures of which each lies in one interval of this length as a whole: of years, those that begin with the
    /// interval.
    /// </summary>
    /// <param name="figures">The figures.</param>
    /// <param name="length">How long the intervals are.</param>
    /// <param name="yearBegins">The month of the year, 1–12, with which intervals of a year begin.</param>
    public static IQueryable<ComplaintMetric> InOneOf(
        this IQueryable<ComplaintMetric> figures,
        CoveredPeriod length,
        int yearBegins = 1
    ) =>
        length switch
        {
            CoveredPeriod.Month => figures.Where(m => m.Covers == CoveredPeriod.Month),
            CoveredPeriod.Quarter => figures.Where(m => m.Covers != CoveredPeriod.Year),
            _ => figures.Where(m =>
                m.Covers != CoveredPeriod.Year || MonthFunctions.Number(m.Month) % 100 == yearBegins
            ),
        };
}
