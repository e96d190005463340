namespace Cwa.Model;

/// <summary>What is odd about complaint figures, whether a mutation or a file brings them.</summary>
public static class FigureWarnings
{
    /// <summary>What is odd about the count within the target days; null where nothing is.</summary>
    public static string? OfWithinTarget(ComplaintFigures figures) =>
        figures.WithinTarget > figures.Resolved
            ? "More complaints were resolved within the target days than were resolved at all."
            : null;

    /// <summary>
    /// What is odd about a month's opening beside the closing of the month before; null where nothing is.
    /// </summary>
    public static string? OfOpening(ReportMonth month, long? opening, long? closingBefore) =>
        opening is not null && closingBefore is not null && opening != closingBefore
            ? $"{month.Previous} ended with {closingBefore} complaints pending, and {month} begins with {opening}."
            : null;

    /// <summary>What is odd about the agency and the month.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="month">The month that figures are of.</param>
    /// <param name="today">The domain's date.</param>
    /// <param name="inPlaceOn">When the agency's first complaint process was put in place; null where none was.</param>
    public static IEnumerable<string> OfMonth(Agency agency, ReportMonth month, DateOnly today, DateOnly? inPlaceOn)
    {
        if (month.Contains(today))
            yield return $"{month} is not over. Report it again when it is.";
        if (ReportWarnings.OfMonth(agency, month) is { } inactive)
            yield return inactive;
        if (inPlaceOn is null || inPlaceOn > month.LastDay)
            yield return $"The agency had no complaint process in place by the end of {month}.";
    }
}
