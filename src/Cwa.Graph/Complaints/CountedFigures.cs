using Cwa.Model;

namespace Cwa.Graph;

/// <summary>Which complaint figures to add up so that nothing counts twice.</summary>
internal static class CountedFigures
{
    /// <summary>
    /// A figure counts unless the same agency gives a coarser one for the month that still tells what is asked for; where kinds or
    /// channels are told apart, a total counts only of an agency that does not tell them.
    /// </summary>
    public static IQueryable<ComplaintMetric> Once(this IQueryable<ComplaintMetric> current, bool byCategory = false, bool byChannel = false) => current
        .Where(m => !byCategory || m.CategoryId != null
            || !current.Any(finer => finer.AgencyId == m.AgencyId && finer.Month == m.Month && finer.CategoryId != null))
        .Where(m => !byChannel || m.Channel != null
            || !current.Any(finer => finer.AgencyId == m.AgencyId && finer.Month == m.Month && finer.Channel != null))
        .Where(m => !current.Any(coarser =>
            coarser.AgencyId == m.AgencyId && coarser.Month == m.Month
            && (coarser.CategoryId == m.CategoryId || (!byCategory && coarser.CategoryId == null))
            && (coarser.Channel == m.Channel || (!byChannel && coarser.Channel == null))
            && ((coarser.CategoryId == null && m.CategoryId != null) || (coarser.Channel == null && m.Channel != null))));
}
