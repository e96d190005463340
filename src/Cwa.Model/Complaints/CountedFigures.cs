namespace Cwa.Model;

/// <summary>Chooses the complaint figures to add up, so that no complaint counts twice.</summary>
public static class CountedFigures
{
    /// <summary>
    /// An agency's figure is left out if the agency gives a coarser one for the month. By category or by channel it is
    /// the other way round: the coarser figure is left out if there are finer ones.
    /// </summary>
    /// <remarks>Each condition is an index seek: a month's figures are never compared with one another.</remarks>
    public static IQueryable<ComplaintMetric> Once(
        this IQueryable<ComplaintMetric> current,
        bool byCategory = false,
        bool byChannel = false
    )
    {
        var counted = byCategory
            ? current.Where(m =>
                m.CategoryId != null
                || !current.Any(finer =>
                    finer.AgencyId == m.AgencyId && finer.Month == m.Month && finer.CategoryId != null
                )
            )
            : current.Where(m =>
                m.CategoryId == null
                || !current.Any(total =>
                    total.AgencyId == m.AgencyId
                    && total.Month == m.Month
                    && total.CategoryKey == Guid.Empty
                    && total.ChannelKey == m.ChannelKey
                )
            );
        counted = byChannel
            ? counted.Where(m =>
                m.Channel != null
                || !current.Any(finer =>
                    finer.AgencyId == m.AgencyId && finer.Month == m.Month && finer.Channel != null
                )
            )
            : counted.Where(m =>
                m.Channel == null
                || !current.Any(total =>
                    total.AgencyId == m.AgencyId
                    && total.Month == m.Month
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
                    && total.CategoryKey == Guid.Empty
                    && total.ChannelKey == 0
                )
            );
    }
}
