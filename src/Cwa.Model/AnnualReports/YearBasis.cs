namespace Cwa.Model;

/// <summary>Which twelve months make up the year of an annual report.</summary>
public enum YearBasis
{
    /// <summary>The fiscal year that ends on 30 September of the year.</summary>
    Fiscal = 1,

    /// <summary>January to December.</summary>
    Calendar = 2,
}
