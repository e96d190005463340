namespace Cwa.Model;

/// <summary>The twelve months that an annual report covers.</summary>
/// <param name="Year">The number of the year.</param>
/// <param name="Basis">Whether `year` is a fiscal or a calendar year.</param>
public readonly record struct ReportedYear(int Year, YearBasis Basis)
{
    /// <summary>The year's first day: 1 October of the year before for a fiscal year.</summary>
    public DateOnly FirstDay => Basis == YearBasis.Fiscal ? new(Year - 1, 10, 1) : new(Year, 1, 1);

    /// <summary>The year's last day: 30 September for a fiscal year.</summary>
    public DateOnly LastDay => FirstDay.AddYears(1).AddDays(-1);

    /// <summary>The fiscal year that contains the day.</summary>
    public static ReportedYear FiscalOf(DateOnly day) =>
        new(day.Month < 10 ? day.Year : day.Year + 1, YearBasis.Fiscal);

    /// <summary>The year as "fiscal year 1998", or "calendar year 1998".</summary>
    public override string ToString() => Basis == YearBasis.Fiscal ? $"fiscal year {Year}" : $"calendar year {Year}";
}
