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
    /// The warning about a period that does not open with the number that the one before closed with; null if it does.
    /// </summary>
    public static string? OfOpening(FiguresPeriod period, long? opening, FiguresPeriod before, long? closingBefore) =>
        opening is not null && closingBefore is not null && opening != closingBefore
            ? $"Pending complaints: {before} ended with {closingBefore}, but {period} begins with {opening}."
            : null;

    /// <summary>What is odd about two years of one agency that are the same in every number.</summary>
    public static string OfEqualYears(FiguresPeriod year, ReportMonth other) =>
        $"The figures for {year} are the same in every number as those for {year with { Month = other }}. Perhaps one "
        + "year's figures were sent for the other.";

    /// <summary>The warnings about an agency and a period.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="period">The period that the figures cover.</param>
    /// <param name="today">The day by which the period is over or not.</param>
    /// <param name="inPlaceOn">When the agency's first complaint process was put in place; null if none was.</param>
    public static IEnumerable<string> OfPeriod(Agency agency, FiguresPeriod period, DateOnly today, DateOnly? inPlaceOn)
    {
        if (period.LastMonth.LastDay >= today)
            yield return $"{period} is not over. Report it again when it is.";
        if (ReportWarnings.OfMonth(agency, period.Month) is { } inactive)
            yield return inactive;
        if (inPlaceOn is null || inPlaceOn > period.LastMonth.LastDay)
            yield return $"The agency had no complaint process in place by the end of {period}.";
    }
}
