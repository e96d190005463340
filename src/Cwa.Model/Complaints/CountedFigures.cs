namespace Cwa.Model;

/// <summary>Which complaint figures to add up so that nothing counts twice.</summary>
public static class CountedFigures
{
    /// <summary>
    /// A figure counts unless the same agency gives a coarser one for the month that still tells what is asked for;
    /// where kinds or channels are told apart, a total counts only of an agency that does not tell them.
    /// </summary>
    /// <remarks>Each condition is a seek in an index: a month's figures are never compared each with each.</remarks>
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
                || m.Channel == null
                || !current.Any(total =>
                    total.AgencyId == m.AgencyId
                    && total.Month == m.Month
                    && total.CategoryKey == Guid.Empty
                    && total.ChannelKey == 0
                )
            );
    }
}
