namespace Cwa.Model;

/// <summary>Warnings about complaint figures in a mutation or a file.</summary>
public static class FigureWarnings
{
    /// <summary>The warning about the count within the target days; null if it is not odd.</summary>
    public static string? OfWithinTarget(ComplaintFigures figures) =>
        figures.WithinTarget > figures.Resolved
            ? "More complaints were resolved within the target days than were resolved at all."
            : null;

    /// <summary>
    /// The warning about a month that does not open with the number that the month before closed with; null if it does.
    /// </summary>
    public static string? OfOpening(ReportMonth month, long? opening, long? closingBefore) =>
        opening is not null && closingBefore is not null && opening != closingBefore
            ? $"Pending complaints: {month.Previous} ended with {closingBefore}, but {month} begins with {opening}."
            : null;

    /// <summary>The warnings about an agency and a month.</summary>
    /// <param name="month">The month that the figures cover.</param>
    /// <param name="inPlaceOn">When the agency's first complaint process was put in place; null if none was.</param>
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
