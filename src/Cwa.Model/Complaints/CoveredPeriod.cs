namespace Cwa.Model;

/// <summary>How long a period complaint figures cover, from the first day of their month.</summary>
public enum CoveredPeriod
{
    /// <summary>One calendar month.</summary>
    [SaidAs("monthly")]
    Month = 1,

    /// <summary>Three months, which begin in January, April, July or October.</summary>
    [SaidAs("quarterly", "three months")]
    Quarter = 2,

    /// <summary>
    /// Twelve months: a calendar year, which begins in January, or a federal fiscal year, which begins in October.
    /// </summary>
    [SaidAs("annual", "annually", "calendar year", "fiscal year", "yearly")]
    Year = 3,
}
